using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Planning;

/// <summary>Migrations that run only when they are asked for, as FluentMigrator's runner takes them.</summary>
public sealed class RequestedTests : IDisposable
{
    private static readonly MigrationBundle Bundle = Draft.Bundle(
        Draft.Table(1),
        Tagged(2, anyTag: false, "Development", "Demo"),
        Tagged(3, anyTag: true, "Production", "Demo"),
        Draft.Table(4),
        Profile("Demo", """INSERT INTO "T1" VALUES (2, 'profile')"""),
        Draft.Table(0).With(m => m with { Class = "Analyze", FullName = "Analyze", Kind = MigrationKind.Maintenance, Occasion = "AfterAll" }));

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("", "T1,T4")]
    [InlineData("Demo", "T1,T3,T4")]
    [InlineData("production", "T1,T3,T4")]
    [InlineData("Development", "T1,T4")]
    [InlineData("Development,Demo", "T1,T2,T3,T4")]
    public async Task A_tagged_migration_runs_where_all_its_tags_are_asked_for_or_one_where_one_is_enough(string tags, string tables)
    {
        var outcome = (await _database.ApplyAsync(Bundle, new() { Requested = Tags(tags) })).Ends(ExitCode.Done);

        Assert.Equal(tables, string.Join(',', _database.Tables().Where(t => t != "VersionInfo")));
        Assert.Equal(6 - outcome.Ran.Count, outcome.Plan!.NotRun.Count);
    }

    [Fact]
    public async Task A_tagged_migration_that_ran_is_undone_like_any_other_and_is_pending_no_more()
    {
        await _database.ApplyAsync(Bundle, new() { Requested = Tags("Demo") });

        Assert.Empty((await _database.ApplyAsync(Bundle, new() { Requested = Tags("Demo") })).Ends(ExitCode.Done).Ran);
        Assert.DoesNotContain((await _database.PlanAsync(Bundle)).Ends(ExitCode.Done).NotRun, n => n.Entry.Version == 3);
        (await _database.RollbackAsync(null, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.Equal(["T1", "VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task A_profile_runs_each_time_it_is_asked_for_after_the_others_and_counts_as_no_version()
    {
        for (var round = 1; round <= 2; round++)
        {
            (await _database.ApplyAsync(Bundle, new() { Requested = new() { Profile = "Demo" } })).Ends(ExitCode.Done);
            Assert.Equal($"{round}", _database.Rows("""SELECT count(*) FROM "T1" WHERE "Name" = 'profile'""")[0]);
        }

        Assert.Empty((await _database.ApplyAsync(Bundle)).Ends(ExitCode.Done).Ran);
        Assert.Equal(["1", "4"], _database.Versions());
        Assert.Equal([1L, 4L], (await _database.StatusAsync()).Migrations.Select(m => m.Version));
        Assert.Equal(2, (await _database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Done).Ran.Count);
    }

    [Fact]
    public async Task A_profile_that_fails_undoes_what_its_deployment_did()
    {
        var broken = Draft.Bundle(Draft.Table(1), Profile("Demo", "INSERT INTO nowhere VALUES (1)"));

        (await _database.ApplyAsync(broken, new() { Requested = new() { Profile = "Demo" } })).Ends(ExitCode.RolledBack);

        Assert.Equal(["VersionInfo"], _database.Tables());
        Assert.Empty((await _database.StatusAsync()).Migrations);
    }

    [Theory]
    [InlineData("Devlopment", null)]
    [InlineData("", "Dmeo")]
    public async Task What_no_migration_has_is_wrong_usage(string tags, string? profile)
    {
        var requested = Tags(tags) with { Profile = profile };

        Assert.Equal(["MIG9324"], (await _database.ApplyAsync(Bundle, new() { Requested = requested })).Ends(ExitCode.Usage).Ids());
        Assert.Equal(["MIG9324"], (await _database.PlanAsync(Bundle, new() { Requested = requested })).Ends(ExitCode.Usage).Ids());
        Assert.False(File.Exists(_database.Path));
    }

    private static Requested Tags(string tags) => new() { Tags = tags.Split(',', StringSplitOptions.RemoveEmptyEntries).ToItems() };

    private static Draft Tagged(long version, bool anyTag, params string[] tags) => Draft.Table(version).With(m => m with { Tags = tags.ToItems(), AnyTag = anyTag });

    private static Draft Profile(string name, string sql) => Draft.Of(0, [sql], []).With(m => m with { Class = name, FullName = name, Kind = MigrationKind.Profile, Occasion = name });
}
