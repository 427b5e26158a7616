using System.Globalization;
using Migrations.Build.Attack.Tests.Ground;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Runner;

namespace Migrations.Build.Attack.Tests.Crowding;

/// <summary>Four runners at once on one file, a hundred times: 25 times as processes of their own, 75 times within one.</summary>
public sealed class CrowdTests
{
    private static readonly MigrationBundle Bundle = Draft.Bundle([.. Enumerable.Range(1, 6).Select(i => Draft.Table(i))]);

    [Fact]
    public async Task Four_runners_in_one_process_all_end_well_and_each_migration_is_applied_once()
    {
        for (var trial = 0; trial < 75; trial++)
        {
            using var database = new Database();
            var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.ApplyAsync(Bundle))));

            Assert.All(ends, e => e.Ends(ExitCode.Done));
            Assert.Equal(6, ends.Sum(e => e.Ran.Count));
            AppliedOnce(database);
        }
    }

    [Fact]
    public async Task Four_processes_all_end_well_and_each_migration_is_applied_once()
    {
        // A process does several trials: to start one takes longer than a trial does.
        using var place = new Database();
        var bundle = Path.Combine(place.Folder, "crm.mbundle");
        BundleWriter.Save(Bundle, bundle);
        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Crowd.RunAsync(bundle, place.Folder, 25)));

        Assert.All(ends, e => Assert.True(e.Code == 0, e.Said));
        for (var trial = 0; trial < 25; trial++)
        {
            using var database = new Database();
            File.Copy(Path.Combine(place.Folder, trial.ToString(CultureInfo.InvariantCulture) + ".db"), database.Path);
            AppliedOnce(database);
        }
    }

    [Fact]
    public async Task Apply_and_rollback_at_the_same_time_take_turns()
    {
        for (var trial = 0; trial < 25; trial++)
        {
            using var database = new Database();
            (await database.ApplyAsync(Bundle, new() { To = 3 })).Ends(ExitCode.Done);
            var (up, down) = (
                Enumerable.Range(0, 2).Select(_ => Task.Run(async () => (await database.ApplyAsync(Bundle)).Ends(ExitCode.Done).Ran.Count)).ToArray(),
                Enumerable.Range(0, 2).Select(_ => Task.Run(async () => (await database.RollbackAsync(Bundle, new() { To = 2 })).Ends(ExitCode.Done).Ran.Count)).ToArray());
            var (ups, downs) = ((await Task.WhenAll(up)).Sum(), (await Task.WhenAll(down)).Sum());

            // Whoever came last decides; all four did whole turns.
            string[] versions = database.Versions();
            Assert.True(versions is ["1", "2"] or ["1", "2", "3", "4", "5", "6"], string.Join(',', versions));
            Assert.Equal(versions.Length, 3 + ups - downs);
            Assert.Equal(["VersionInfo", .. versions.Select(v => "T" + v)], database.Tables().Order(StringComparer.Ordinal).OrderBy(t => t[0] == 'V' ? 0 : 1));
            Assert.Empty(database.Rows("SELECT * FROM migrations_deployments WHERE state <> 'done'"));
        }
    }

    private static void AppliedOnce(Database database)
    {
        Assert.Equal(["1", "2", "3", "4", "5", "6"], database.Versions());
        Assert.Equal(["done"], database.Rows("SELECT state FROM migrations_deployments"));
        Assert.Equal(["18"], database.Rows("SELECT count(*) FROM migrations_journal WHERE state = 'done'"));
        Assert.Equal(["1"], database.Rows("SELECT count(*) FROM \"T6\""));
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
    }
}
