using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Tests.Ground;

namespace Migrations.Build.Runner.Tests.Locking;

public sealed class SeveralRunnersTests
{
    [Fact]
    public async Task Of_four_processes_at_once_one_works_and_the_others_wait_twenty_times_over()
    {
        var bundle = Draft.Bundle([.. Enumerable.Range(1, 8).Select(i => Draft.Table(i))]);
        for (var round = 0; round < 20; round++)
        {
            using var database = new Database();
            var path = RunnerProcess.Save(bundle, database);
            var runners = Enumerable.Range(0, 4).Select(_ => RunnerProcess.Start(path, database, lockTimeout: 60)).ToArray();
            var ends = await Task.WhenAll(runners.Select(r => r.EndAsync()));

            Assert.All(ends, e => Assert.True(e.Code == ExitCode.Done, e.Said));
            Assert.Equal(["1"], database.Rows("SELECT count(*) FROM migrations_deployments"));
            Assert.Equal(["8"], database.Rows("""SELECT count(*) FROM "VersionInfo" """));
            Assert.All(runners, r => r.Dispose());
        }
    }

    [Fact]
    public async Task Of_many_at_once_without_patience_one_works_and_the_others_say_that_it_is_locked()
    {
        var bundle = Draft.Bundle([.. Enumerable.Range(1, 200).Select(i => Draft.Table(i))]);
        for (var round = 0; round < 5; round++)
        {
            using var database = new Database();
            database.Settings = database.Settings with { LockTimeout = TimeSpan.Zero };
            var ends = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.ApplyAsync(bundle))));

            Assert.Contains(ends, e => e.Deployment is not null);
            Assert.All(ends, e => Assert.True(e.Code is ExitCode.Done or ExitCode.Locked, e.Findings.Count > 0 ? e.Text() : ""));
            Assert.Equal(["200"], database.Rows("""SELECT count(*) FROM "VersionInfo" """));
            Assert.Equal(["1"], database.Rows("SELECT count(*) FROM migrations_deployments"));
        }
    }

    [Fact]
    public async Task The_lock_of_a_killed_runner_is_free_at_once_and_what_it_left_is_undone()
    {
        using var database = new Database();
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));
        using var killed = RunnerProcess.Start(RunnerProcess.Save(bundle, database), database, 10, hangAt: 2);
        await killed.HangsAsync();

        var status = (await database.StatusAsync(bundle)).Ends(ExitCode.Done);
        Assert.True(status.Locked);
        Assert.Equal("host", status.Holder!.By);
        Assert.Equal(DeploymentState.Running, status.Deployments[0].State);
        var patience = database.Settings;
        database.Settings = patience with { LockTimeout = TimeSpan.Zero };
        var refused = (await database.ApplyAsync(bundle)).Ends(ExitCode.Locked);
        Assert.Contains("host, process", refused.Text(), StringComparison.Ordinal);

        await killed.KillAsync();

        status = (await database.StatusAsync(bundle)).Ends(ExitCode.Done);
        Assert.False(status.Locked);
        Assert.Equal(DeploymentState.Interrupted, status.Deployments[0].State);
        Assert.Equal(["1"], database.Versions());
        database.Settings = patience;
        (await database.ApplyAsync(bundle)).Ends(ExitCode.Done);
        Assert.Equal(["1", "2", "3"], database.Versions());
        Assert.Equal(["interrupted", "done"], database.Rows("SELECT state FROM migrations_deployments ORDER BY deployment"));
    }

    [Fact]
    public async Task A_second_runner_waits_and_says_for_whom()
    {
        using var database = new Database();
        using var release = new ManualResetEventSlim();
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2));
        using var entered = new ManualResetEventSlim();
        var first = database.Settings with { By = "first@desk", Progress = e => { if (e is Progress.StatementDone { Version: 2, Number: 1 }) { entered.Set(); release.Wait(); } } };
        var working = Task.Run(() => Runner.Applying.Apply.RunAsync(bundle, first, new(), default));
        entered.Wait();
        LockHolder? holder = null;
        database.Settings = database.Settings with { Progress = e => { if (e is Progress.WaitingForLock waiting) { holder = waiting.Holder; release.Set(); } } };

        (await database.ApplyAsync(bundle)).Ends(ExitCode.Done);

        Assert.Equal("first@desk", holder!.By);
        (await working).Ends(ExitCode.Done);
    }

    [Fact]
    public async Task A_runner_that_came_past_the_lock_stops_the_other_and_harms_nothing()
    {
        using var database = new Database();
        var other = Path.Combine(database.Folder, "same.db");
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2), Draft.Table(3));
        await database.ApplyAsync(bundle, new() { To = 1 });
        File.CreateSymbolicLink(other, database.Path);
        var intruded = false;
        database.Settings = database.Settings with
        {
            Progress = e =>
            {
                if (e is Progress.MigrationDone { Version: 2 } && !intruded)
                {
                    intruded = true;
                    database.Execute("UPDATE migrations_lock SET owner = 'another'");
                }
            },
        };

        var outcome = await database.ApplyAsync(bundle);

        Assert.Equal("MIG9320", outcome.Ends(ExitCode.NeedsPerson).Ids()[0]);
        Assert.Equal(["1", "2"], database.Versions());
    }

    [Fact]
    public async Task A_link_to_the_file_has_the_same_lock()
    {
        using var database = new Database();
        var bundle = Draft.Bundle(Draft.Table(1), Draft.Table(2));
        await database.ApplyAsync(bundle, new() { To = 1 });
        var link = Path.Combine(database.Folder, "link.db");
        File.CreateSymbolicLink(link, database.Path);
        var code = ExitCode.Done;
        var through = database.Settings with { ConnectionString = "Data Source=" + link, LockTimeout = TimeSpan.Zero };
        database.Settings = database.Settings with
        {
            Progress = e =>
            {
                if (e is Progress.StatementDone { Number: 1 })
                {
                    code = Runner.Applying.Apply.RunAsync(bundle, through, new(), default).GetAwaiter().GetResult().Code;
                }
            },
        };

        (await database.ApplyAsync(bundle)).Ends(ExitCode.Done);

        Assert.Equal(ExitCode.Locked, code);
    }
}
