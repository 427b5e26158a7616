using Migrations.Build.Runner;

namespace Migrations.Build.Attack.Tests.Situations;

/// <summary>A history that was changed by hand, that is older or newer than the bundle, or that a wrong clock wrote.</summary>
public sealed class HistoryTests
{
    private static readonly Bundle.MigrationBundle Three = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));

    private static readonly Draft Fails = Draft.Of(4, ["INSERT INTO \"Nowhere\" VALUES (1)"], []);

    [Fact]
    public async Task A_bundle_older_than_the_database_changes_nothing_and_can_still_roll_back()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        var older = Draft.Bundle(Draft.Table(1), Draft.Table(2));

        Assert.Equal(["MIG9305"], (await database.ApplyAsync(older)).Ends(ExitCode.Differs).Ids());
        Assert.Equal(["1", "2", "3"], database.Versions());
        (await database.RollbackAsync(older, new() { To = 2 })).Ends(ExitCode.Done);
        Assert.Equal(["1", "2"], database.Versions());
        (await database.ApplyAsync(older)).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_stored_Down_that_was_changed_is_not_run()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        database.Execute("UPDATE migrations_journal SET undo = replace(undo, 'DROP TABLE', 'DELETE FROM')");

        Assert.Equal(["MIG9315", "MIG9315", "MIG9315"], (await database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Refused).Ids());
        Assert.Equal(["1"], database.Rows("SELECT count(*) FROM \"T3\""));
        (await database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_journal_without_a_migrations_rows_takes_it_for_one_that_was_applied_elsewhere()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        database.Execute("DELETE FROM migrations_journal WHERE version = 2");

        Assert.Equal(["MIG9306"], (await database.ApplyAsync(Three)).Ends(ExitCode.Done).Ids());
        Assert.Equal("MIG9315", (await database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Refused).Ids()[0]);
        Assert.Equal(["1", "2", "3"], database.Versions());
        (await database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Equal(["VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_version_that_is_no_longer_listed_is_tried_again_and_harms_nothing()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        database.Execute("DELETE FROM \"VersionInfo\" WHERE \"Version\" = 3; INSERT INTO \"T3\" VALUES (2, 'b')");

        var outcome = (await database.ApplyAsync(Three)).Ends(ExitCode.RolledBack);

        Assert.Contains("already exists", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["2"], database.Rows("SELECT count(*) FROM \"T3\""));
    }

    [Fact]
    public async Task A_version_that_was_listed_by_hand_counts_as_applied_and_is_told()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three, new() { To = 1 })).Ends(ExitCode.Done);
        database.Execute("INSERT INTO \"VersionInfo\" VALUES (2, NULL, NULL), (99, NULL, NULL)");

        var outcome = (await database.ApplyAsync(Three)).Ends(ExitCode.Done);

        Assert.Equal([3], outcome.Ran.Select(r => r.Version));
        Assert.Contains("MIG9306", outcome.Ids());
    }

    [Fact]
    public async Task A_version_that_is_listed_twice_is_undone_once()
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        database.Execute("DROP INDEX \"UC_Version\"; INSERT INTO \"VersionInfo\" VALUES (2, NULL, NULL)");

        Assert.Equal([3, 2, 1], (await database.RollbackAsync(Three, new() { To = 0 })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        Assert.Empty(database.Versions());
    }

    [Theory]
    [InlineData("DELETE FROM migrations_deployments")]
    [InlineData("DROP TABLE migrations_deployments")]
    public async Task Deployments_that_were_cleared_away_are_not_taken_for_the_one_that_fails(string clearing)
    {
        using var database = new Database();
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        database.Execute(clearing + "; INSERT INTO \"T3\" VALUES (2, 'b')");

        (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3), Fails))).Ends(ExitCode.RolledBack);

        Assert.Equal(["1", "2", "3"], database.Versions());
        Assert.Equal(["2"], database.Rows("SELECT count(*) FROM \"T3\""));
    }

    [Fact]
    public async Task A_clock_that_runs_backwards_changes_no_order()
    {
        using var database = new Database();
        database.Settings = database.Settings with { Clock = new Backwards() };

        (await database.ApplyAsync(Three, new() { To = 2 })).Ends(ExitCode.Done);
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        Assert.Equal([3], (await database.RollbackAsync(null, new() { LastDeployment = true })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        (await database.ApplyAsync(Three)).Ends(ExitCode.Done);
        (await database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3), Draft.Table(4), Fails with { Migration = Fails.Migration with { Version = 5, Class = "M5" } }))).Ends(ExitCode.RolledBack);
        Assert.Equal(["1", "2", "3"], database.Versions());
        Assert.Equal([3, 2, 1], (await database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        (await database.StatusAsync(Three)).Ends(ExitCode.Done);
    }

    /// <summary>A clock that is an hour earlier each time it is asked.</summary>
    private sealed class Backwards : TimeProvider
    {
        private long _asked;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddHours(-Interlocked.Increment(ref _asked));
    }
}
