namespace Migrations.Build.Runner.Journal;

/// <summary>
/// A rollback that died, failed or was cancelled, with the runs that tried to go on with it. The same command again means what is left of it:
/// without this, a count of steps, or the last deployment, would mean others than the first time.
/// </summary>
/// <param name="Undone">How many migrations it undid.</param>
/// <param name="Target">The deployment that had applied them; null where none is known.</param>
internal sealed record BrokenRollback(int Undone, long? Target)
{
    /// <summary>What the journal knows of the broken deployments; null where there are none.</summary>
    public static BrokenRollback? Of(IReadOnlyCollection<long> deployments, List<JournalEntry> entries)
    {
        if (deployments.Count == 0)
        {
            return null;
        }

        var undone = entries.FindAll(e => e.Direction == "down" && e.State == Recorded.Done && deployments.Contains(e.Deployment));
        var applied = undone.Count == 0 ? null : entries.FindLast(e => e.Version == undone[0].Version && e.Entry < undone[0].Entry && e.Direction == "up" && e.State == Recorded.Done);
        return new(undone.Count, applied?.Deployment);
    }
}
