using Migrations.Build.Bundle;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Applying;

/// <summary>Two bundles on one database: each sees its own.</summary>
public sealed class TwoBundlesTests : IDisposable
{
    private static readonly MigrationBundle Shop = Draft.Named("Shop", Draft.Table(1), Draft.Table(3));
    private static readonly MigrationBundle Blog = Draft.Named("Blog", Draft.Table(2), Draft.Table(4));

    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Each_applies_its_own_and_is_not_told_of_the_others_migrations()
    {
        (await _database.ApplyAsync(Shop)).Ends(ExitCode.Done);

        var outcome = (await _database.ApplyAsync(Blog)).Ends(ExitCode.Done);

        Assert.Equal([2L, 4L], outcome.Ran.Select(r => r.Version));
        Assert.Empty(outcome.Findings);
        Assert.Equal([2L, 4L], (await _database.StatusAsync(Blog)).Ends(ExitCode.Done).Migrations.Select(m => m.Version));
        Assert.Equal(4, (await _database.StatusAsync()).Migrations.Count);
    }

    [Fact]
    public async Task Each_rolls_back_its_own()
    {
        await _database.ApplyAsync(Shop);
        await _database.ApplyAsync(Blog);

        Assert.Equal([3L, 1L], (await _database.RollbackAsync(Shop, new() { To = 0 })).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        Assert.Equal(["T2", "T4", "VersionInfo"], _database.Tables());
    }

    [Fact]
    public async Task Another_migration_of_one_version_is_told_with_both_names()
    {
        await _database.ApplyAsync(Shop);

        var outcome = (await _database.ApplyAsync(Draft.Named("Blog", Draft.Of(1, ["CREATE TABLE posts (id INTEGER)"], [])))).Ends(ExitCode.Differs);

        Assert.Equal(["MIG9351"], outcome.Ids());
        Assert.Contains("'Blog'", outcome.Text(), StringComparison.Ordinal);
        Assert.Contains("'Shop'", outcome.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_got_another_name_goes_on_where_it_was()
    {
        await _database.ApplyAsync(Draft.Named("Old", Draft.Table(1)));

        var outcome = (await _database.ApplyAsync(Draft.Named("New", Draft.Table(1), Draft.Table(2)))).Ends(ExitCode.Done);

        Assert.Equal([2L], outcome.Ran.Select(r => r.Version));
    }

    [Fact]
    public async Task An_older_bundle_of_the_same_name_is_still_refused()
    {
        await _database.ApplyAsync(Shop);

        Assert.Equal(["MIG9305"], (await _database.ApplyAsync(Draft.Named("Shop", Draft.Table(1)))).Ends(ExitCode.Differs).Ids());
    }
}
