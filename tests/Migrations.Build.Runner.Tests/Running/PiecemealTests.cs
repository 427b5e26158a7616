using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Running;

public sealed class PiecemealTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_cannot_run_in_a_transaction_runs()
    {
        (await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["VACUUM", "CREATE TABLE \"X\" (\"A\" INTEGER)", "PRAGMA user_version = 7"], ["DROP TABLE \"X\""]).Piecemeal()))).Ends(ExitCode.Done);

        Assert.Equal(["7"], _database.Rows("PRAGMA user_version"));
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task In_a_transaction_of_its_own_a_migration_cannot_begin_or_end_one()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)", "COMMIT"], [])))).Ends(ExitCode.RolledBack);

        Assert.Contains("would begin or end a transaction", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_migration_that_ends_its_transaction_unseen_needs_a_person()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER); COMMIT"], [])))).Ends(ExitCode.NeedsPerson);

        Assert.Contains("ended the transaction", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["VersionInfo", "X"], _database.Tables());
    }

    [Fact]
    public async Task A_failure_leaves_what_is_done_and_the_next_run_goes_on_there()
    {
        var broken = Draft.Bundle(Half("INSERT INTO \"Nowhere\" VALUES (1)"));

        var outcome = (await _database.ApplyAsync(broken)).Ends(ExitCode.NeedsPerson);
        Assert.Contains("stays half done", outcome.Text(), StringComparison.Ordinal);
        var status = (await _database.StatusAsync(broken)).Migrations[0];
        Assert.Equal((MigrationState.HalfApplied, 2, "no such table: Nowhere"), (status.State, status.StatementsDone, status.Error));
        Assert.Equal(2, (await _database.PlanAsync(broken)).Pending[0].DoneAlready);
        (await _database.RollbackAsync(broken, new() { To = 0 })).Ends(ExitCode.NeedsPerson);

        (await _database.ApplyAsync(broken)).Ends(ExitCode.NeedsPerson);
        (await _database.ApplyAsync(Draft.Bundle(Half("INSERT INTO \"X\" VALUES (2)")))).Ends(ExitCode.Done);

        Assert.Equal(["1", "2"], _database.Rows("SELECT * FROM \"X\" ORDER BY 1"));
        Assert.Equal(MigrationState.Applied, (await _database.StatusAsync()).Migrations[0].State);
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_statement_that_is_cancelled_is_known_to_have_had_no_effect()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        const string Endless = "PRAGMA optimize; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
        var bundle = Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)", Endless], ["DROP TABLE \"X\""]).Piecemeal());

        (await Task.Run(() => _database.ApplyAsync(bundle, null, cancel.Token))).Ends(ExitCode.Cancelled);

        Assert.Null((await _database.PlanAsync(bundle)).Pending[0].Interrupted);
        (await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)", "PRAGMA optimize"], ["DROP TABLE \"X\""]).Piecemeal()))).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task What_is_done_already_may_not_be_edited()
    {
        await _database.ApplyAsync(Draft.Bundle(Half("INSERT INTO \"Nowhere\" VALUES (1)")));
        var edited = Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)", "INSERT INTO \"X\" VALUES (5)"], []).Piecemeal());

        Assert.Equal(["MIG9304"], (await _database.ApplyAsync(edited)).Ends(ExitCode.Differs).Ids());
        Assert.Equal(["1"], _database.Rows("SELECT * FROM \"X\""));
    }

    [Fact]
    public async Task A_step_of_which_nobody_knows_is_not_repeated_unasked()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Of(2, ["CREATE TABLE \"X\" (\"A\" INTEGER)", "PRAGMA user_version = 7"], []).Piecemeal());
        (await _database.ApplyAsync(bundle, new() { To = 1 })).Ends(ExitCode.Done);
        var old = _database.Settings;
        using var cancel = new CancellationTokenSource();
        _database.Settings = old with { Progress = e => { if (e is Progress.StatementDone { Version: 2, Number: 1 }) { cancel.Cancel(); } } };
        (await _database.ApplyAsync(bundle, null, cancel.Token)).Ends(ExitCode.Cancelled);
        _database.Settings = old;
        // What the journal holds when a runner dies within the second statement.
        _database.Execute("INSERT INTO migrations_journal (deployment, version, direction, statement, state, hash, started_at) VALUES (2, 2, 'up', 2, 'started', 'x', '2026-01-01')");

        Assert.Equal(["MIG9322"], (await _database.ApplyAsync(bundle)).Ends(ExitCode.NeedsPerson).Ids());
        Assert.Equal(["0"], _database.Rows("PRAGMA user_version"));

        (await _database.ApplyAsync(bundle, new() { RepeatInterrupted = true })).Ends(ExitCode.Done);
        Assert.Equal(["7"], _database.Rows("PRAGMA user_version"));
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Fact]
    public async Task A_way_back_that_failed_half_way_is_finished_before_anything_is_applied()
    {
        var first = Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)"], ["CREATE TABLE \"Y\" (\"A\" INTEGER)", "DROP TABLE \"Z\"", "DROP TABLE \"X\""]).Piecemeal();
        var bundle = Draft.Bundle(first, Draft.Table(2));
        await _database.ApplyAsync(bundle, new() { To = 1 });

        (await _database.RollbackAsync(bundle, new() { To = 0 })).Ends(ExitCode.NeedsPerson);
        Assert.Equal(["MIG9327"], (await _database.ApplyAsync(bundle)).Ends(ExitCode.NeedsPerson).Ids());
        Assert.Equal(["1"], _database.Versions());

        _database.Execute("CREATE TABLE \"Z\" (\"A\" INTEGER)");
        (await _database.RollbackAsync(bundle, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo", "Y"], _database.Tables());
    }

    private static Draft Half(string third) => Draft.Of(
        1,
        ["CREATE TABLE \"X\" (\"A\" INTEGER)", "INSERT INTO \"X\" VALUES (1)", third],
        ["DROP TABLE \"X\""]).Piecemeal();
}
