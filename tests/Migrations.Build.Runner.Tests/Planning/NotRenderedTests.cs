using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Baselining;
using Migrations.Build.Runner.Drifting;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Planning;

/// <summary>A released migration of which the bundle has no SQL: fine where it is applied, refused where it is missing, and a floor for rollbacks.</summary>
public sealed class NotRenderedTests : IDisposable
{
    private readonly Database _database = new();
    private readonly MigrationBundle _bundle = BundleReader.Read(BundleWriter.Bytes(Draft.Bundle(
        Draft.Table(1),
        Draft.Of(2, ["CREATE TABLE \"Unknown\" (\"A\" INTEGER)"], ["DROP TABLE \"Unknown\""]) with { IsRendered = false },
        Draft.Table(3))));

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Where_it_is_missing_nothing_runs()
    {
        var outcome = (await _database.ApplyAsync(_bundle)).Ends(ExitCode.Refused);

        Assert.Equal(["MIG9345"], outcome.Ids());
        Assert.Contains("Migration 2 'M2' is pending, and the bundle has no SQL of it for SQLite: It throws.", outcome.Text(), StringComparison.Ordinal);
        Assert.Empty(_database.Tables());
        Assert.Equal(["MIG9345"], (await _database.PlanAsync(_bundle)).Ends(ExitCode.Refused).Ids());
        (await _database.ApplyAsync(_bundle, new() { To = 1 })).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task Where_it_is_applied_the_rest_is_and_no_rollback_gets_past_it()
    {
        _database.Execute("""
            CREATE TABLE "VersionInfo" ("Version" INTEGER NOT NULL, "AppliedOn" DATETIME, "Description" TEXT);
            INSERT INTO "VersionInfo" VALUES (1, NULL, NULL), (2, NULL, NULL);
            CREATE TABLE "T1" ("Id" INTEGER NOT NULL, "Name" TEXT); CREATE TABLE "Unknown" ("A" INTEGER);
            """);
        (await Baseline.AdoptAsync(_bundle, _database.Settings, new(), default)).Ends(ExitCode.Done);
        (await _database.ApplyAsync(_bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3"], _database.Versions());
        (await Drift.CompareAsync(_bundle, _database.Settings, new(), default)).Ends(ExitCode.Done);
        Assert.Equal("MIG9108", Assert.Single((await _database.StatusAsync(_bundle)).Migrations[1].Problems).Rule);
        Assert.Equal(2, Assert.Single((await _database.PlanAsync(_bundle)).Doubtful).Version);

        foreach (var bundle in new[] { _bundle, null })
        {
            (await _database.RollbackAsync(bundle, new() { To = 1 })).Ends(ExitCode.Refused);
            Assert.Equal(["1", "2", "3"], _database.Versions());
        }

        (await _database.RollbackAsync(null, new() { To = 2 })).Ends(ExitCode.Done);
    }

    [Fact]
    public void A_part_that_the_manifest_calls_missing_may_not_be_there()
    {
        var name = new PartNames(_bundle.Manifest.Migrations).Sql(_bundle.Manifest.Migrations[1], DatabaseKind.Sqlite, Direction.Up);

        Assert.False(_bundle.IsRendered(_bundle.Manifest.Migrations[1], DatabaseKind.Sqlite));
        Assert.Throws<DamagedBundleException>(() => _bundle.WithPart(name, "-- x\n"u8.ToArray()));
    }
}
