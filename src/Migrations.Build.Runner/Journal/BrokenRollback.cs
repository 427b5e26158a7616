namespace Migrations.Build.Runner.Journal;

/// <summary>
/// A rollback that died, failed or was cancelled, with the runs that tried to go on with it. The same command again means what is left of it:
/// without this, a count of steps, or the last deployment, would mean others than the first time.
/// </summary>
/// <param name="Undone">How many migrations it undid.</param>
/// <param name="Target">The run that had applied them; null where none is known.</param>
internal sealed record BrokenRollback(int Undone, Run? Target)
{
    /// <summary>What the journal knows of it; null where the last run, of which the runs are the newest first, was none or ended.</summary>
    public static BrokenRollback? Of(List<Run> runs, List<JournalEntry> entries)
    {
        var deployments = runs.TakeWhile(r => r.Verb == "rollback" && r.State != DeploymentState.Done).Select(r => r.Number).ToHashSet();
        if (deployments.Count == 0)
        {
            return null;
        }

        var undone = entries.FindAll(e => e.Direction == "down" && e.State == Recorded.Done && deployments.Contains(e.Deployment));
        var applied = undone.Count == 0 ? null : entries.FindLast(e => e.Version == undone[0].Version && e.Entry < undone[0].Entry && e.Direction == "up" && e.State == Recorded.Done);
        return new(undone.Count, runs.Find(r => r.Number == applied?.Deployment));
    }
}
