using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;

namespace Migrations.Build.Attack.Tests.Situations;

/// <summary>A file that is not what it was, or not alone.</summary>
public sealed class FileTests
{
    private static readonly Bundle.MigrationBundle Four = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3), Draft.Table(4));

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_told()
    {
        using var database = new Database();
        Directory.CreateDirectory(database.Path);

        var outcome = (await database.ApplyAsync(Four)).Ends(ExitCode.Failed);

        Assert.Equal(["MIG9301"], outcome.Ids());
        Assert.Contains(database.Path, outcome.Text(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(database.Path));
    }

    [Fact]
    public async Task An_empty_file_is_an_empty_database()
    {
        using var database = new Database();
        await File.WriteAllBytesAsync(database.Path, []);

        Assert.Equal(4, (await database.PlanAsync(Four)).Ends(ExitCode.Done).Pending.Count);
        (await database.ApplyAsync(Four)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3", "4"], database.Versions());
    }

    [Fact]
    public async Task A_page_that_was_overwritten_fails_the_migration_that_reads_it_and_nothing_else()
    {
        using var database = new Database();
        var fill = Draft.Of(1, ["CREATE TABLE \"A\" (\"B\" TEXT)", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO \"A\" SELECT 'row ' || i FROM n"], ["DROP TABLE \"A\""]);
        var bundle = Draft.Bundle(fill, Draft.Table(2), Draft.Of(3, ["CREATE TABLE \"X\" AS SELECT * FROM \"A\""], ["DROP TABLE \"X\""]));
        (await database.ApplyAsync(bundle, new() { To = 1 })).Ends(ExitCode.Done);
        var page = long.Parse(database.Rows("SELECT rootpage FROM sqlite_schema WHERE name = 'A'")[0]);
        await using (var file = File.OpenWrite(database.Path))
        {
            file.Position = (page - 1) * 4096;
            file.Write([.. Enumerable.Repeat((byte)0xEE, 4096)]);
        }

        var outcome = (await database.ApplyAsync(bundle)).Ends(ExitCode.RolledBack);

        Assert.Contains("malformed", outcome.Text(), StringComparison.Ordinal);
        Assert.Equal(["1"], database.Versions());
        Assert.Equal(["A", "VersionInfo"], database.Tables());
    }

    [Fact]
    public async Task A_schema_that_was_overwritten_is_told_and_left_alone()
    {
        using var database = new Database();
        (await database.ApplyAsync(Four, new() { To = 2 })).Ends(ExitCode.Done);
        var bytes = await File.ReadAllBytesAsync(database.Path);
        Array.Fill(bytes, (byte)0xEE, 100, 3000);
        await File.WriteAllBytesAsync(database.Path, bytes);

        Assert.Equal(["MIG9301"], (await database.ApplyAsync(Four)).Ends(ExitCode.Failed).Ids());
        Assert.Equal(["MIG9301"], (await database.RollbackAsync(null, new() { To = 0 })).Ends(ExitCode.Failed).Ids());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.Path));
    }

    [Fact]
    public async Task A_restored_backup_is_migrated_from_where_it_is()
    {
        using var database = new Database();
        (await database.ApplyAsync(Four, new() { To = 2 })).Ends(ExitCode.Done);
        File.Copy(database.Path, database.Path + ".backup");
        (await database.ApplyAsync(Four)).Ends(ExitCode.Done);
        File.Copy(database.Path + ".backup", database.Path, overwrite: true);

        Assert.Equal([3, 4], (await database.ApplyAsync(Four)).Ends(ExitCode.Done).Ran.Select(r => r.Version));
        (await database.RollbackAsync(null, new() { LastDeployment = true })).Ends(ExitCode.Done);
        Assert.Equal(["1", "2"], database.Versions());
    }

    [Fact]
    public async Task Readers_that_come_and_go_see_whole_migrations_only()
    {
        using var database = new Database();
        (await database.ApplyAsync(Four, new() { To = 1 })).Ends(ExitCode.Done);
        using var stop = new CancellationTokenSource();
        var seen = 0;
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var pair = database.Rows("SELECT (SELECT count(*) FROM \"VersionInfo\"), (SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name GLOB 'T[0-9]*')")[0].Split('|');
                Assert.Equal(pair[0], pair[1]);
                seen++;
            }
        });

        for (var round = 0; round < 5; round++)
        {
            (await database.ApplyAsync(Four)).Ends(ExitCode.Done);
            (await database.RollbackAsync(Four, new() { To = 1 })).Ends(ExitCode.Done);
        }

        await stop.CancelAsync();
        await reader;
        Assert.True(seen > 0);
    }

    [Fact]
    public async Task What_a_dead_runner_left_of_its_lock_keeps_nobody_out()
    {
        using var database = new Database();
        (await database.ApplyAsync(Four, new() { To = 2 })).Ends(ExitCode.Done);
        database.Execute("INSERT INTO migrations_lock VALUES (1, 'dead', 'ghost@grave', 1, '2001-01-01T00:00:00.000Z'); UPDATE migrations_deployments SET state = 'running', ended_at = NULL");
        await File.WriteAllBytesAsync(database.Path + ".migrations-lock-journal", new byte[512]);
        database.Settings = database.Settings with { LockTimeout = TimeSpan.Zero };

        Assert.False((await database.StatusAsync(Four)).Ends(ExitCode.Done).Locked);
        (await database.ApplyAsync(Four)).Ends(ExitCode.Done);
        (await database.RollbackAsync(Four, new() { To = 0 })).Ends(ExitCode.Done);
        Assert.Empty(database.Rows("SELECT * FROM migrations_lock"));
    }

    [Fact]
    public async Task A_lock_file_that_is_none_is_told()
    {
        using var database = new Database();
        await File.WriteAllTextAsync(database.Path + ".migrations-lock", new string('x', 4096));

        var outcome = (await database.ApplyAsync(Four)).Ends(ExitCode.Failed);

        Assert.Equal(["MIG9301"], outcome.Ids());
        Assert.Contains("lock file", outcome.Text(), StringComparison.Ordinal);
        Assert.False(File.Exists(database.Path));
    }
}
