using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.RollingBack;

public sealed class RollbackTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rollback_to_zero_leaves_nothing_with_and_without_the_bundle(bool withBundle)
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2));
        await _database.ApplyAsync(bundle);

        var outcome = (await _database.RollbackAsync(withBundle ? bundle : null, new() { To = 0 })).Ends(ExitCode.Done);

        Assert.Equal([2L, 1L], outcome.Ran.Select(r => r.Version));
        Assert.Equal(["VersionInfo"], _database.Tables());
        Assert.Empty(_database.Versions());
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Fact]
    public async Task To_keeps_the_version_itself()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3)));

        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);

        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task Steps_undo_in_the_reverse_of_the_order_in_which_migrations_were_applied()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(3)));
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3)));

        var outcome = (await _database.RollbackAsync(null, new() { Steps = 1 })).Ends(ExitCode.Done);

        Assert.Equal([2L], outcome.Ran.Select(r => r.Version));
        Assert.Equal(["1", "3"], _database.Versions());
    }

    [Fact]
    public async Task The_last_deployment_is_what_is_still_applied_of_it()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));
        await _database.ApplyAsync(bundle, new() { To = 1 });
        await _database.ApplyAsync(bundle);

        Assert.Empty((await _database.RollbackAsync(bundle, new() { LastDeployment = true })).Ends(ExitCode.Done).Ids());
        Assert.Equal(["1"], _database.Versions());

        await NothingIsLeftAsync(bundle, "of deployment 2 nothing is applied any more");
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_deployment_that_failed_and_undid_itself_leaves_the_one_before_in_peace()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Of(3, ["SELECT * FROM nowhere"], ["SELECT 1"])))).Ends(ExitCode.RolledBack);

        await NothingIsLeftAsync(null, "deployment 2 failed and was undone then");
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_deployment_that_stopped_half_way_is_the_last_one_as_far_as_it_came()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        var failing = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Of(3, ["SELECT * FROM nowhere"], ["SELECT 1"]));
        (await _database.ApplyAsync(failing, new() { OnFailure = OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        var outcome = (await _database.RollbackAsync(null, new() { LastDeployment = true })).Ends(ExitCode.Done);
        Assert.Equal([2L], outcome.Ran.Select(r => r.Version));
        await NothingIsLeftAsync(failing, "of deployment 2 nothing is applied any more");
    }

    [Fact]
    public async Task A_release_without_migrations_is_the_last_deployment_and_is_noted_once()
    {
        var (first, second) = (Draft.Bundle(Draft.Table(1)), Draft.Bundle("1.0.1", [], Draft.Table(1)));
        await _database.ApplyAsync(first);
        for (var time = 0; time < 2; time++)
        {
            (await _database.ApplyAsync(second, new() { Transaction = TransactionScope.Deployment })).Ends(ExitCode.Done);
            (await _database.ApplyAsync(first)).Ends(ExitCode.Done);
        }

        Assert.Equal(["apply|1.0.0", "apply|1.0.1"], _database.Rows("SELECT verb, bundle_version FROM migrations_deployments ORDER BY deployment"));
        await NothingIsLeftAsync(null, "deployment 2 had nothing to apply");
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task What_a_rollback_by_steps_left_of_the_last_deployment_is_undone_and_nothing_before_it()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));
        await _database.ApplyAsync(bundle, new() { To = 1 });
        await _database.ApplyAsync(bundle);
        await _database.RollbackAsync(null, new() { Steps = 1 });

        Assert.Equal([2L], (await _database.RollbackAsync(null, new() { LastDeployment = true })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        await NothingIsLeftAsync(null, "of deployment 2 nothing is applied any more");
    }

    [Fact]
    public async Task Each_bundle_has_a_last_deployment_of_its_own()
    {
        var (crm, shop) = (Draft.Bundle(Draft.Table(1)), Draft.Named("Shop", Draft.Table(1), Draft.Table(5)));
        await _database.ApplyAsync(crm);
        await NothingIsLeftAsync(shop, "nothing was deployed here yet of bundle 'Shop'");
        await _database.ApplyAsync(shop);

        (await _database.RollbackAsync(crm, new() { LastDeployment = true, DryRun = true })).Ends(ExitCode.Done);
        Assert.Equal([1L], (await _database.RollbackAsync(crm, new() { LastDeployment = true })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        Assert.Equal(["5"], _database.Versions());
    }

    // Asked twice, and rehearsed: nothing changes.
    private async Task NothingIsLeftAsync(MigrationBundle? bundle, string why)
    {
        foreach (var dryRun in new[] { true, false, false })
        {
            var before = _database.Rows("SELECT count(*) FROM migrations_deployments UNION ALL SELECT count(*) FROM migrations_journal");
            var outcome = (await _database.RollbackAsync(bundle, new() { LastDeployment = true, DryRun = dryRun })).Ends(ExitCode.Done);
            Assert.Equal(["MIG9342"], outcome.Ids());
            Assert.Contains(why, outcome.Text(), StringComparison.Ordinal);
            Assert.Empty(outcome.Ran);
            Assert.Equal(before, _database.Rows("SELECT count(*) FROM migrations_deployments UNION ALL SELECT count(*) FROM migrations_journal"));
        }
    }

    [Fact]
    public async Task Nothing_is_undone_when_one_migration_on_the_way_cannot_be()
    {
        await _database.ApplyAsync(Draft.Bundle(
            Draft.Table(1),
            Draft.Table(2).With(m => m with { ForwardOnly = new("The old rows are gone.", "Restore the backup of the day.") }),
            Draft.Of(3, ["CREATE TABLE \"X\" (\"A\" INTEGER)"], []),
            Draft.Table(4)));

        var outcome = (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9315", "MIG9315"], outcome.Ids());
        Assert.Contains("its Down does nothing", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3", "4"], _database.Versions());
        (await _database.RollbackAsync(null, new() { To = 3 })).Ends(ExitCode.Done);
        (await _database.RollbackAsync(null, new() { To = 2, AllowEmptyDown = true })).Ends(ExitCode.Done);
        Assert.Equal(["1", "2"], _database.Versions());
    }

    [Theory]
    [InlineData(DownKind.Empty, false)]
    [InlineData(DownKind.Throws, false)]
    [InlineData(DownKind.ForwardOnly, false)]
    [InlineData(DownKind.Throws, true)]
    public async Task A_migration_that_does_nothing_on_this_database_is_no_floor(DownKind kind, bool stated)
    {
        Draft Elsewhere(long version, params string[] up) => Draft.Of(version, up, []).With(m => m with
        {
            ForwardOnly = stated ? new("It has no way back.", null) : null,
            Scripts = m.Scripts.Select(s => s with { DownKind = kind }).ToItems(),
        });
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Elsewhere(2)));
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Empty(_database.Versions());

        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Elsewhere(2, "CREATE TABLE \"X\" (\"A\" INTEGER)")));
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Down_that_the_build_saw_go_wrong_needs_consent(bool withBundle)
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2) with { Doubt = new(DoubtKind.Fails, "Rows are gone.") });
        await _database.ApplyAsync(bundle);

        var refused = (await _database.RollbackAsync(withBundle ? bundle : null, new() { Steps = 1 })).Ends(ExitCode.Refused);
        Assert.Contains("the build saw its Down go wrong (Rows are gone)", refused.Text(), StringComparison.Ordinal);
        Assert.Equal(Reversibility.LosesData, Assert.Single(refused.Planned).Reversibility);
        Assert.Equal(["1", "2"], _database.Versions());
        (await _database.RollbackAsync(null, new() { Steps = 1, AllowDataLoss = true })).Ends(ExitCode.Done);
    }

    [Theory]
    [InlineData(DoubtKind.NotProved, Reversibility.NotProved)]
    [InlineData(DoubtKind.LosesData, Reversibility.LosesData)]
    public async Task What_nobody_saw_or_what_Up_lost_is_told_and_needs_no_consent(DoubtKind kind, Reversibility claim)
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1) with { Doubt = new(kind, "So it is.") }));

        var planned = (await _database.RollbackAsync(null, new() { To = 0, DryRun = true })).Ends(ExitCode.Done).Planned;
        Assert.Equal(claim, Assert.Single(planned).Reversibility);
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_version_that_is_not_applied_is_wrong_usage()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(3)));

        Assert.Equal(["MIG9317"], (await _database.RollbackAsync(null, new() { To = 2 })).Ends(ExitCode.Usage).Ids());
        Assert.Equal(["MIG9324"], (await _database.RollbackAsync(null, new() { To = 1, Steps = 1 })).Ends(ExitCode.Usage).Ids());
        Assert.Equal(["MIG9324"], (await _database.RollbackAsync(null, new RollbackOptions())).Ends(ExitCode.Usage).Ids());
        Assert.Equal(["1", "3"], _database.Versions());
    }

    [Fact]
    public async Task A_failing_down_stops_there_and_says_where_things_stand()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Of(1, ["CREATE TABLE \"X\" (\"A\" INTEGER)"], ["DROP TABLE \"Y\""]), Draft.Table(2)));

        var outcome = (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.NeedsPerson);

        Assert.Equal(["MIG9311", "MIG9312"], outcome.Ids());
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_stored_down_of_a_newer_tool_is_refused_by_name_and_the_bundles_down_does_not_take_its_place()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        var undo = _database.Rows("SELECT undo FROM migrations_journal WHERE undo IS NOT NULL")[0].Replace("{", "{\"ofTomorrow\":1,", StringComparison.Ordinal);
        _database.Execute($"UPDATE migrations_journal SET undo = '{undo.Replace("'", "''", StringComparison.Ordinal)}', undo_digest = '{Digest.Of(undo)}' WHERE undo IS NOT NULL");

        var outcome = (await _database.RollbackAsync(Draft.Bundle(Draft.Table(1)), new() { To = 0 })).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9315"], outcome.Ids());
        Assert.Contains("a newer one", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["T1", "VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_dry_run_waits_for_no_lock()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        _database.Settings = _database.Settings with { LockTimeout = TimeSpan.Zero };
        using var held = _database.HoldLock();

        Assert.Equal([1L], (await _database.RollbackAsync(null, new() { To = 0, DryRun = true })).Ends(ExitCode.Done).Planned.Select(p => p.Version));
        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Locked);
    }

    [Fact]
    public async Task A_dry_run_on_a_database_that_is_not_there_has_nothing_to_undo_and_makes_none()
    {
        Assert.Empty((await _database.RollbackAsync(null, new() { To = 0, DryRun = true })).Ends(ExitCode.Done).Planned);
        Assert.False(File.Exists(_database.Path));
    }

    [Fact]
    public async Task A_stored_down_that_was_changed_by_hand_is_not_run()
    {
        await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)));
        _database.Execute("UPDATE migrations_journal SET undo = replace(undo, 'DROP TABLE', 'DELETE FROM')");

        (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Refused);
        (await _database.RollbackAsync(Draft.Bundle(Draft.Table(1)), new() { To = 0 })).Ends(ExitCode.Done);
    }
}
