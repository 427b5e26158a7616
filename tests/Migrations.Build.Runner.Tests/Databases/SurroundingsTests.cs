using System.Diagnostics;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Databases;

public sealed class SurroundingsTests
{
    private static readonly Bundle.MigrationBundle Two = Draft.Bundle(Draft.Table(1), Draft.Table(2));

    [Theory]
    [InlineData("crm prod.db")]
    [InlineData("Bücher-数据-é.db")]
    [InlineData("a'b;c=d.db")]
    public async Task Any_file_name_works(string name)
    {
        using var database = new Database(name);

        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);

        Assert.True(File.Exists(database.Path));
        Assert.Equal(["1", "2"], database.Versions());
    }

    [Theory]
    [InlineData("Data Source=:memory:", "name a file")]
    [InlineData("Data Source=", "name a file")]
    [InlineData("Data Source=app;Mode=Memory;Cache=Shared", "name a file")]
    [InlineData("Data Source=file:app?mode=memory&cache=shared", "name a file")]
    [InlineData("Data Source={0};Password=geheim", "leave 'Password' out")]
    public async Task A_connection_that_would_keep_nothing_or_hide_nothing_is_refused_with_the_way_out(string connection, string remedy)
    {
        using var database = new Database();
        database.Settings = database.Settings with { ConnectionString = connection.Replace("{0}", database.Path, StringComparison.Ordinal) };

        foreach (var outcome in new[] { (Outcome)await database.ApplyAsync(Two), await database.ApplyAsync(Two, new() { DryRun = true }), await database.RollbackAsync(null, new() { Steps = 1 }) })
        {
            outcome.Ends(ExitCode.Usage);
            Assert.Equal(["MIG9343"], outcome.Ids());
            Assert.Contains(remedy, outcome.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("geheim", outcome.Text(), StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFiles(database.Folder));
    }

    [Fact]
    public async Task A_uri_means_the_same_file_and_the_same_lock()
    {
        using var database = new Database("a b.db");
        (await database.ApplyAsync(Two, new() { To = 1 })).Ends(ExitCode.Done);
        database.Settings = database.Settings with { ConnectionString = "Data Source=file:" + Uri.EscapeDataString(database.Path).Replace("%2F", "/", StringComparison.Ordinal) + "?mode=rw" };

        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);

        Assert.Equal(["1", "2"], database.Versions());
        Assert.Equal([database.Path, database.Path + ".migrations-lock"], Directory.GetFiles(database.Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_writer_that_holds_the_database_for_two_seconds_is_waited_for()
    {
        using var database = new Database();
        await database.ApplyAsync(Two, new() { To = 1 });
        using var writer = database.Open();
        using var transaction = writer.BeginTransaction(deferred: false);
        var release = Task.Delay(2000).ContinueWith(_ => transaction.Commit(), TaskScheduler.Default);

        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);

        await release;
        Assert.Equal(["1", "2"], database.Versions());
    }

    [Fact]
    public async Task A_reader_in_the_middle_of_its_work_is_waited_for_as_well()
    {
        using var database = new Database();
        await database.ApplyAsync(Two, new() { To = 1 });
        using var reader = database.Open();
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT * FROM \"T1\"";
        using var rows = command.ExecuteReader();
        rows.Read();
        var release = Task.Delay(1500).ContinueWith(_ => reader.Close(), TaskScheduler.Default);

        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);

        await release;
    }

    [Fact]
    public async Task A_writer_that_does_not_end_is_told_from_another_runner()
    {
        using var database = new Database();
        await database.ApplyAsync(Two, new() { To = 1 });
        using var writer = database.Open();
        using var transaction = writer.BeginTransaction(deferred: false);
        database.Settings = database.Settings with { LockTimeout = TimeSpan.FromSeconds(1) };
        var began = Stopwatch.GetTimestamp();

        var outcome = (await database.ApplyAsync(Two)).Ends(ExitCode.Locked);

        Assert.Equal(["MIG9303"], outcome.Ids());
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.9, 10);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_stopped_and_undone()
    {
        using var database = new Database();
        var endless = Draft.Of(2, ["CREATE TABLE \"X\" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS m FROM n"], []);
        database.Settings = database.Settings with { CommandTimeout = TimeSpan.FromSeconds(1) };

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), endless))).Ends(ExitCode.RolledBack);

        Assert.Contains("took longer than it may", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_statement_that_runs_is_cancelled_at_once()
    {
        using var database = new Database();
        var endless = Draft.Of(2, ["CREATE TABLE \"X\" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS m FROM n"], []);
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var began = Stopwatch.GetTimestamp();

        (await Task.Run(() => database.ApplyAsync(Draft.Bundle(Draft.Table(1), endless), null, cancel.Token))).Ends(ExitCode.Cancelled);

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.5, 10);
        Assert.Equal(["1"], database.Versions());
    }

    [Fact]
    public async Task A_failure_behind_a_query_in_the_same_text_is_no_success()
    {
        using var database = new Database();

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["SELECT 1; INSERT INTO \"Nowhere\" VALUES (1)"], [])))).Ends(ExitCode.RolledBack);

        Assert.Contains("no such table: Nowhere", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_the_provider_takes_for_a_parameter_fails_its_migration_only()
    {
        using var database = new Database();

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" AS SELECT @a"], [])))).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9311", "MIG9325"], outcome.Ids());
        Assert.Equal(["VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_writer_that_comes_in_between_and_stays_leaves_a_database_that_the_next_run_goes_on_with()
    {
        using var database = new Database();
        using var writer = database.Open();
        database.Settings = database.Settings with
        {
            LockTimeout = TimeSpan.FromSeconds(1),
            Progress = e =>
            {
                if (e is Progress.MigrationDone { Version: 1 })
                {
                    using var begin = writer.CreateCommand();
                    begin.CommandText = "BEGIN IMMEDIATE";
                    begin.ExecuteNonQuery();
                }
            },
        };

        var outcome = (await database.ApplyAsync(Two)).Ends(ExitCode.NeedsPerson);

        Assert.Contains("another program holds the database", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["1"], database.Versions());
        writer.Close();
        database.Settings = database.Settings with { Progress = null };
        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);
        Assert.Equal(["interrupted", "done"], database.Rows("SELECT state FROM migrations_deployments ORDER BY deployment"));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told()
    {
        using var database = new Database(Path.Combine("missing", "crm.db"));

        var outcome = (await database.ApplyAsync(Two)).Ends(ExitCode.Failed);

        Assert.Equal(["MIG9301"], outcome.Ids());
        Assert.Contains(database.Path, outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_alone()
    {
        using var database = new Database();
        await File.WriteAllTextAsync(database.Path, new string('x', 5000));

        Assert.Equal(["MIG9301"], (await database.ApplyAsync(Two)).Ends(ExitCode.Failed).Ids());
        Assert.Equal(["MIG9301"], (await database.PlanAsync(Two)).Ends(ExitCode.Failed).Ids());
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(database.Path));
    }

    [Fact]
    public async Task A_database_that_may_not_be_written_is_told_and_can_be_read()
    {
        using var database = new Database();
        (await database.ApplyAsync(Two, new() { To = 1 })).Ends(ExitCode.Done);
        database.Settings = database.Settings with { ConnectionString = database.ConnectionString + ";Mode=ReadOnly" };

        Assert.Equal(["MIG9301"], (await database.ApplyAsync(Two)).Ends(ExitCode.Failed).Ids());
        Assert.Single((await database.PlanAsync(Two)).Ends(ExitCode.Done).Pending);
        (await database.StatusAsync(Two)).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_told_without_repeating_it()
    {
        using var database = new Database();
        database.Settings = database.Settings with { ConnectionString = "Host=x;Password=secret" };

        var outcome = (await database.ApplyAsync(Two)).Ends(ExitCode.Failed);

        Assert.DoesNotContain("secret", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_of_a_database_that_does_not_exist_makes_none()
    {
        using var database = new Database();

        (await database.RollbackAsync(Two, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["MIG9317"], (await database.RollbackAsync(Two, new() { To = 2 })).Ends(ExitCode.Usage).Ids());

        Assert.False(File.Exists(database.Path));
    }

    [Fact]
    public async Task A_database_with_a_write_ahead_log_stays_one()
    {
        using var database = new Database();
        database.Execute("PRAGMA journal_mode = WAL; CREATE TABLE \"Mine\" (\"A\" INTEGER)");

        (await database.ApplyAsync(Two)).Ends(ExitCode.Done);
        (await database.StatusAsync(Two)).Ends(ExitCode.Done);

        Assert.Equal(["wal"], database.Rows("PRAGMA journal_mode"));
    }
}
