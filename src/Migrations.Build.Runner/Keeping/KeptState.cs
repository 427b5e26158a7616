namespace Migrations.Build.Runner.Keeping;

/// <summary>What became of data that was kept for a rollback.</summary>
public enum KeptState
{
    /// <summary>It waits for a rollback.</summary>
    Kept,

    /// <summary>A rollback brought it back, and its table was dropped.</summary>
    Restored,

    /// <summary>Some of it found no place any more, or nobody can restore it: its table stays, under another name.</summary>
    Left,

    /// <summary>Its table was dropped, by <c>purge</c> or by hand.</summary>
    Purged,
}
