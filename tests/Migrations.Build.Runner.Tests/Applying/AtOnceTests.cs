using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Applying;

public sealed class AtOnceTests
{
    private static readonly ApplyOptions Once = new() { Transaction = TransactionScope.Deployment };

    [Fact]
    public async Task All_of_a_deployment_is_one_transaction()
    {
        using var database = new Database();
        using var other = database.Open();
        var seen = new List<string>();
        database.Settings = database.Settings with
        {
            Progress = e =>
            {
                if (e is Progress.MigrationDone)
                {
                    seen.Add(string.Join(',', database.Versions()));
                }
            },
        };

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3)), Once)).Ends(ExitCode.Done);

        Assert.Equal(["", "", ""], seen);
        Assert.Equal(3, outcome.Ran.Count);
        Assert.Equal(["1", "2", "3"], database.Versions());
        Assert.Equal(["done"], database.Rows("SELECT state FROM migrations_deployments"));
        Assert.Empty(database.Rows("SELECT * FROM migrations_lock"));
        (await database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(["1"], database.Versions());
    }

    [Fact]
    public async Task A_failure_undoes_everything_at_once_and_is_noted()
    {
        using var database = new Database();
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Of(2, ["CREATE TABLE \"A\" (\"B\" TEXT)", "INSERT INTO \"Nowhere\" VALUES (1)"], []));

        var outcome = (await database.ApplyAsync(bundle, Once)).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9311", "MIG9325"], outcome.Ids());
        Assert.Empty(outcome.Ran);
        Assert.Equal(["VersionInfo"], database.Tables());
        Assert.Empty(database.Versions());
        Assert.Equal(["rolled-back"], database.Rows("SELECT state FROM migrations_deployments"));
        Assert.Equal(["2|2|failed", "2|0|failed"], database.Rows("SELECT version, statement, state FROM migrations_journal ORDER BY entry"));
        (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2)), Once)).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task An_outcome_that_does_not_hold_undoes_everything_at_once()
    {
        using var database = new Database();

        var outcome = await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2).Expecting("none", "SELECT count(*) FROM \"T1\"", 0)), Once);

        Assert.Equal("MIG9310", outcome.Ends(ExitCode.RolledBack).Ids()[0]);
        Assert.Equal(["VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_cancelled_deployment_leaves_nothing()
    {
        using var database = new Database();
        using var cancel = new CancellationTokenSource();
        database.Settings = database.Settings with { Progress = e => { if (e is Progress.MigrationDone { Version: 1 }) { cancel.Cancel(); } } };

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2)), Once, cancel.Token)).Ends(ExitCode.Cancelled);

        Assert.Contains("applied nothing", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["VersionInfo"], database.Tables());
        Assert.Equal(["cancelled"], database.Rows("SELECT state FROM migrations_deployments"));
    }

    [Theory]
    [InlineData("VACUUM")]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("COMMIT")]
    public async Task A_statement_that_cannot_share_a_transaction_is_refused(string statement)
    {
        using var database = new Database();

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Of(2, [statement], [])), Once)).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9340"], outcome.Ids());
        Assert.Contains("Migration 2 'M2'", outcome.Text(), StringComparison.Ordinal);
        Assert.Empty(database.Tables());
    }

    [Fact]
    public async Task A_migration_that_asks_for_no_transaction_is_refused_before_anything_runs()
    {
        using var database = new Database();

        var outcome = (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2).Piecemeal()), Once)).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9340"], outcome.Ids());
        Assert.Contains("it asks for no transaction", outcome.Text(), StringComparison.Ordinal);
        Assert.Empty(database.Tables());
        (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2).Piecemeal()), Once with { To = 1 })).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task There_is_nothing_to_pause_at()
    {
        using var database = new Database();

        Assert.Equal(["MIG9324"], (await database.ApplyAsync(Draft.Bundle(Draft.Table(1)), Once with { OnFailure = OnFailure.Pause })).Ends(ExitCode.Usage).Ids());
    }

    [Fact]
    public async Task A_dropped_table_takes_no_rows_of_others_along_here_either()
    {
        using var database = new Database();
        database.Execute("CREATE TABLE \"P\" (\"Id\" INTEGER PRIMARY KEY); CREATE TABLE \"C\" (\"P\" INTEGER REFERENCES \"P\" (\"Id\") ON DELETE CASCADE); INSERT INTO \"P\" VALUES (1); INSERT INTO \"C\" VALUES (1)");
        var rebuild = Draft.Of(2, ["CREATE TABLE \"N\" (\"Id\" INTEGER PRIMARY KEY)", "INSERT INTO \"N\" SELECT \"Id\" FROM \"P\"", "DROP TABLE \"P\"", "ALTER TABLE \"N\" RENAME TO \"P\""], []);

        (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), rebuild), Once)).Ends(ExitCode.Done);

        Assert.Equal(["1"], database.Rows("SELECT \"P\" FROM \"C\""));
        var broken = Draft.Of(3, ["DROP TABLE \"P\""], []);
        Assert.Equal("MIG9319", (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), rebuild, broken), Once)).Ends(ExitCode.RolledBack).Ids()[0]);
        Assert.Equal(["1"], database.Rows("SELECT \"P\" FROM \"C\""));
    }
}
