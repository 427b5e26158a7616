using Migrations.Build.Runner;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Attack.Tests.Killing;

/// <summary>A rollback that says how far by a count or by the last deployment, and is given again after it died.</summary>
public sealed class RepeatedRollbackTests
{
    private static readonly Bundle.MigrationBundle Six = Draft.Bundle([.. Enumerable.Range(1, 6).Select(i => Draft.Table(i))]);

    public static TheoryData<int, bool> Moments => new() { { 0, true }, { 1, true }, { 2, true }, { 3, true }, { 0, false }, { 1, false }, { 2, false }, { 3, false } };

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task The_same_rollback_again_undoes_what_is_left_of_it_and_no_more(int undone, bool bySteps)
    {
        using var database = new Database();
        (await database.ApplyAsync(Six, new() { To = 3 })).Ends(ExitCode.Done);
        (await database.ApplyAsync(Six)).Ends(ExitCode.Done);
        var rollback = bySteps ? new RollbackOptions { Steps = 3 } : new RollbackOptions { LastDeployment = true };
        await DieAsync(database, rollback, undone);
        await DieAsync(database, rollback, Math.Min(1, 3 - undone));

        var outcome = (await database.RollbackAsync(null, rollback)).Ends(ExitCode.Done);

        Assert.Equal(["MIG9341"], outcome.Ids());
        Assert.Equal(["1", "2", "3"], database.Versions());
        Assert.Equal(DeploymentState.Done, (await database.StatusAsync(Six)).Deployments[0].State);
        Assert.Empty((await database.RollbackAsync(null, new() { Steps = 1 })).Ends(ExitCode.Done).Findings);
        Assert.Equal(["1", "2"], database.Versions());
    }

    // What a runner that is killed leaves: its lock is free, its deployment says that it runs, and what it committed is there.
    private static async Task DieAsync(Database database, RollbackOptions options, int after)
    {
        using var dies = new Database();
        File.Copy(database.Path, dies.Path);
        dies.Settings = dies.Settings with
        {
            Progress = e =>
            {
                if (e is Runner.Progress.MigrationStarted started && started.Number == after + 1)
                {
                    File.Copy(dies.Path, database.Path, overwrite: true);
                }
            },
        };
        await dies.RollbackAsync(null, options);
        if (dies.Rows("SELECT count(*) FROM \"VersionInfo\"")[0] == "3" && after == 3)
        {
            dies.Execute("UPDATE migrations_deployments SET state = 'running', ended_at = NULL WHERE deployment = (SELECT max(deployment) FROM migrations_deployments)");
            File.Copy(dies.Path, database.Path, overwrite: true);
        }
    }
}
