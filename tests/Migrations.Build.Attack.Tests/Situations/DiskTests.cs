using Migrations.Build.Attack.Tests.Ground;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Attack.Tests.Situations;

/// <summary>A disk that is full or may not be written.</summary>
public sealed class DiskTests
{
    private static readonly Bundle.MigrationBundle Growing = Draft.Bundle([.. Enumerable.Range(1, 4).Select(i => Draft.Of(
        i,
        [$"CREATE TABLE \"T{i}\" (\"B\" BLOB)", $"INSERT INTO \"T{i}\" VALUES (zeroblob(40000))", $"INSERT INTO \"T{i}\" SELECT \"B\" FROM \"T{i}\""],
        [$"DROP TABLE \"T{i}\""]))]);

    [Needs("mount")]
    public async Task A_disk_that_is_full_at_any_point_leaves_nothing_half_and_the_next_run_goes_on()
    {
        using var place = new Database();
        var codes = new HashSet<ExitCode>();
        for (var size = 16; size <= 640; size += 24)
        {
            using var disk = new Mount(place.Folder, 8192);
            await FillAsync(place, size);
            var settings = place.Settings with { LockTimeout = TimeSpan.FromSeconds(5) };

            var outcome = await Apply.RunAsync(Growing, settings, new(), default);

            codes.Add(outcome.Code);
            Assert.True(outcome.Code is ExitCode.Done or ExitCode.Failed or ExitCode.RolledBack or ExitCode.NeedsPerson, $"{size}: {outcome.Code}");
            if (outcome.Code != ExitCode.Done)
            {
                Assert.Contains("full", outcome.Text(), StringComparison.Ordinal);
            }

            if (outcome.Code is ExitCode.Failed or ExitCode.RolledBack)
            {
                Assert.DoesNotContain(place.Tables(), t => t[0] == 'T');
            }

            Assert.Equal(["ok"], place.Rows("PRAGMA integrity_check"));
            disk.Change("size=32m");
            (await Apply.RunAsync(Growing, settings, new(), default)).Ends(ExitCode.Done);
            Assert.Equal(["1", "2", "3", "4"], place.Versions());
            Assert.Equal(["2"], place.Rows("SELECT count(*) FROM \"T4\""));
        }

        Assert.Contains(ExitCode.RolledBack, codes);
        Assert.Contains(ExitCode.Failed, codes);
        Assert.Contains(ExitCode.Done, codes);
    }

    [Needs("mount")]
    public async Task A_read_only_folder_is_told_and_can_be_asked()
    {
        using var place = new Database();
        using var disk = new Mount(place.Folder, 8192);
        (await place.ApplyAsync(Growing, new() { To = 1 })).Ends(ExitCode.Done);
        disk.Change("ro");

        var outcome = (await place.ApplyAsync(Growing)).Ends(ExitCode.Failed);

        Assert.Equal(["MIG9301"], outcome.Ids());
        Assert.Contains(place.Path, outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["MIG9301"], (await place.RollbackAsync(Growing, new() { To = 0 })).Ends(ExitCode.Failed).Ids());
        Assert.Equal(3, (await place.PlanAsync(Growing)).Ends(ExitCode.Done).Pending.Count);
        Assert.False((await place.StatusAsync(Growing)).Ends(ExitCode.Done).Locked);
        disk.Change("rw");
        (await place.ApplyAsync(Growing)).Ends(ExitCode.Done);
    }

    [Needs("mount")]
    public async Task A_read_only_file_is_told_and_can_be_asked()
    {
        using var place = new Database();
        (await place.ApplyAsync(Growing, new() { To = 1 })).Ends(ExitCode.Done);
        Assert.True(Tool.Works("mount", "--bind", place.Path, place.Path) && Tool.Works("mount", "-o", "remount,ro,bind", place.Path));
        try
        {
            var outcome = (await place.ApplyAsync(Growing)).Ends(ExitCode.Failed);

            Assert.Equal(["MIG9301"], outcome.Ids());
            Assert.Contains("readonly", outcome.Text(), StringComparison.Ordinal);
            Assert.Equal(3, (await place.PlanAsync(Growing)).Ends(ExitCode.Done).Pending.Count);
        }
        finally
        {
            Tool.Works("umount", place.Path);
        }

        (await place.ApplyAsync(Growing)).Ends(ExitCode.Done);
    }

    [Needs("bash")]
    public async Task A_limit_on_the_size_of_files_is_a_full_disk_and_no_signal_ends_the_program()
    {
        using var place = new Database();
        var bundle = Path.Combine(place.Folder, "crm.mbundle");
        BundleWriter.Save(Growing, bundle);

        // The runtime keeps code that it compiled in a file in memory, to which the limit applies as well.
        var (code, said) = await Tool.UnderAsync(
            ["env", "DOTNET_EnableWriteXorExecute=0", "bash", "-c", "ulimit -f 200; exec \"$@\"", "bash"],
            ["apply", "--bundle", bundle, "--connection", place.ConnectionString]);

        Assert.True(code == 6, $"{code}: {said}");
        Assert.Contains("MIG9311", said, StringComparison.Ordinal);
        Assert.DoesNotContain(place.Tables(), t => t[0] == 'T');
        (await place.ApplyAsync(Growing)).Ends(ExitCode.Done);
    }

    /// <summary>Leaves so many kilobytes free.</summary>
    private static async Task FillAsync(Database place, int kilobytes) =>
        await File.WriteAllBytesAsync(Path.Combine(place.Folder, "filler"), new byte[(8192 - kilobytes) * 1024]);
}
