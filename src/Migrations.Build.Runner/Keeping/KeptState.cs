namespace Migrations.Build.Runner.Keeping;

/// <summary>What became of data that was kept for the way back.</summary>
public enum KeptState
{
    /// <summary>It waits for a rollback, or for the next apply.</summary>
    Kept,

    /// <summary>It was brought back, and its table was dropped.</summary>
    Restored,

    /// <summary>Some of it found no place any more, or nobody can restore it: its table stays, under another name.</summary>
    Left,

    /// <summary>Its table was dropped, by <c>purge</c> or by hand.</summary>
    Purged,

    /// <summary>It was never kept, since that was asked for.</summary>
    NotKept,
}
