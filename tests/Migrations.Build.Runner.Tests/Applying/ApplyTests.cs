using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Applying;

public sealed class ApplyTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Pending_migrations_run_in_order_and_version_info_is_in_step()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1), Draft.Table(2)))).Ends(ExitCode.Done);

        Assert.Equal([1L, 2L], outcome.Ran.Select(r => r.Version));
        Assert.Equal(["T1", "T2", "VersionInfo"], _database.Tables());
        Assert.Equal(["1", "2"], _database.Versions());
        Assert.Equal(["1|up|0|done", "1|up|1|done", "1|up|2|done"], _database.Rows("SELECT version, direction, statement, state FROM migrations_journal WHERE version = 1 ORDER BY statement"));
        Assert.Equal(["apply|done|ann@desk|Crm|1.0.0"], _database.Rows("SELECT verb, state, run_by, bundle_name, bundle_version FROM migrations_deployments"));
        Assert.Empty(_database.Rows("SELECT owner FROM migrations_lock"));
    }

    [Fact]
    public async Task A_second_apply_has_nothing_to_do_and_writes_nothing()
    {
        var bundle = Draft.Bundle(Draft.Table(1));
        await _database.ApplyAsync(bundle);
        var before = await File.ReadAllBytesAsync(_database.Path);

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);

        Assert.Null(outcome.Deployment);
        Assert.Empty(outcome.Ran);
        Assert.Equal(before, await File.ReadAllBytesAsync(_database.Path));
    }

    [Fact]
    public async Task To_stops_after_the_version_and_a_later_apply_goes_on()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));

        (await _database.ApplyAsync(bundle, new() { To = 2 })).Ends(ExitCode.Done);
        Assert.Equal(["1", "2"], _database.Versions());

        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3"], _database.Versions());
    }

    [Fact]
    public async Task A_version_that_the_bundle_does_not_hold_is_wrong_usage()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(10)), new() { To = 11 })).Ends(ExitCode.Usage);

        Assert.Contains("nearest is 10", outcome.Text(), StringComparison.Ordinal);
        Assert.Empty(_database.Tables());
    }

    [Fact]
    public async Task A_failing_migration_undoes_the_whole_deployment()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Of(3, ["CREATE TABLE \"X\" (\"A\" INTEGER)", "INSERT INTO \"Nowhere\" VALUES (1)"], ["DROP TABLE \"X\""]));
        (await _database.ApplyAsync(bundle, new() { To = 1 })).Ends(ExitCode.Done);

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack);

        Assert.Equal(["MIG9311", "MIG9325"], outcome.Ids());
        Assert.Equal(["1"], _database.Versions());
        Assert.Equal(["T1", "VersionInfo"], _database.Tables());
        Assert.Equal([Direction.Up, Direction.Down], outcome.Ran.Select(r => r.Direction));
        Assert.Equal(["done", "rolled-back"], _database.Rows("SELECT state FROM migrations_deployments ORDER BY deployment"));
        Assert.Equal(["no such table: Nowhere"], _database.Rows("SELECT error FROM migrations_journal WHERE version = 3 AND statement = 2"));
    }

    [Fact]
    public async Task A_failing_migration_stops_the_deployment_where_that_was_asked()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Of(2, ["INSERT INTO \"Nowhere\" VALUES (1)"], []));

        var outcome = (await _database.ApplyAsync(bundle, new() { OnFailure = OnFailure.Pause })).Ends(ExitCode.NeedsPerson);

        Assert.Equal(["MIG9311", "MIG9312"], outcome.Ids());
        Assert.Contains("Applied: 1. Not applied: 2.", Model.Findings.FindingText.Of(outcome.Findings[1]), StringComparison.Ordinal);
        Assert.Equal(["1"], _database.Versions());
        Assert.Equal(["1"], _database.Rows("SELECT \"Id\" FROM \"T1\""));
    }

    [Fact]
    public async Task A_deployment_that_cannot_be_undone_stops_at_the_last_good_migration()
    {
        var bundle = Draft.Bundle(
            Draft.Table(1).With(m => m with { ForwardOnly = new("The old rows are gone.", "Restore the backup.") }),
            Draft.Of(2, ["INSERT INTO \"Nowhere\" VALUES (1)"], []));

        var outcome = (await _database.ApplyAsync(bundle)).Ends(ExitCode.NeedsPerson);

        Assert.Equal(["MIG9311", "MIG9312", "MIG9315"], outcome.Ids());
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_dry_run_checks_everything_and_makes_no_file()
    {
        var outcome = (await _database.ApplyAsync(Draft.Bundle(Draft.Table(1)), new() { DryRun = true })).Ends(ExitCode.Done);

        Assert.Single(outcome.Plan!.Pending);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_database.Folder));
    }

    [Fact]
    public async Task A_breaking_migration_needs_consent()
    {
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2).With(m => m with { BreakingChange = true }));

        Assert.Equal(["MIG9313"], (await _database.ApplyAsync(bundle)).Ends(ExitCode.Refused).Ids());
        Assert.Empty(_database.Tables());
        (await _database.ApplyAsync(bundle, new() { AllowBreaking = true })).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task Migrations_with_tags_profiles_and_stages_are_not_run_and_the_plan_says_so()
    {
        var bundle = Draft.Bundle(
            Draft.Table(1),
            Draft.Table(2).With(m => m with { Tags = Model.Items.Of("eu") }),
            Draft.Table(0).With(m => m with { Kind = MigrationKind.Profile, Occasion = "Demo" }));

        var plan = (await _database.PlanAsync(bundle)).Ends(ExitCode.Done);
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);

        Assert.Equal(["tags 'eu'", "profile 'Demo'"], plan.NotRun.Select(n => n.Why));
        Assert.Equal(["1"], _database.Versions());
    }

    [Fact]
    public async Task A_migration_is_cancelled_between_statements_and_the_next_run_goes_on()
    {
        using var cancel = new CancellationTokenSource();
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));
        _database.Settings = _database.Settings with { Progress = e => { if (e is Progress.StatementDone { Version: 2 }) { cancel.Cancel(); } } };

        var outcome = (await _database.ApplyAsync(bundle, null, cancel.Token)).Ends(ExitCode.Cancelled);

        Assert.Equal(["1"], _database.Versions());
        Assert.Contains("applied 1, pending 2, 3", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(DeploymentState.Cancelled, (await _database.StatusAsync()).Deployments[0].State);
        _database.Settings = _database.Settings with { Progress = null };
        (await _database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3"], _database.Versions());
    }
}
