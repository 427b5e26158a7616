using Migrations.Build.Runner;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>Whether what the history says agrees with itself.</summary>
internal static class HistoryCheck
{
    /// <summary>
    /// Every version that is listed was done last, each of its statements once; nothing is half done or said to run, and nobody holds the lock.
    /// Where the kill came after the last commit, there was nothing left to do, and the deployment stays an interrupted one.
    /// </summary>
    public static async Task AgreesAsync(Database database, long[] versions)
    {
        var status = (await Status.ReadAsync(Sample.Bundle, database.Settings, default)).Ends(ExitCode.Done);
        Assert.False(status.Locked);
        Assert.DoesNotContain(status.Migrations, m => m.State == MigrationState.HalfApplied);
        Assert.All(status.Deployments, d => Assert.True(d.State is DeploymentState.Done or DeploymentState.Interrupted, $"Deployment {d.Number} is {d.State}."));
        Assert.Equal(versions.Select(v => v.ToString()), database.Versions());
        Assert.Equal(
            versions.Select(v => $"{v}|up|done"),
            database.Rows("SELECT version, direction, state FROM migrations_journal j WHERE statement = 0 AND entry = (SELECT max(entry) FROM migrations_journal WHERE version = j.version AND statement = 0) AND direction = 'up' ORDER BY version"));
        Assert.Empty(database.Rows("SELECT version, statement FROM migrations_journal WHERE state = 'done' AND statement > 0 GROUP BY version, statement, direction, deployment HAVING count(*) > 1"));
    }
}
