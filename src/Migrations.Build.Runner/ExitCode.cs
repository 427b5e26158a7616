namespace Migrations.Build.Runner;

/// <summary>How a verb ended; the number is the process's exit code.</summary>
public enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Done = 0,

    /// <summary>Failed in a way that no other member names.</summary>
    Failed = 1,

    /// <summary>Wrong usage.</summary>
    Usage = 2,

    /// <summary>Something is pending, and that was asked.</summary>
    Pending = 3,

    /// <summary>The database is not as expected; nothing was changed.</summary>
    Differs = 4,

    /// <summary>Another runner holds the lock.</summary>
    Locked = 5,

    /// <summary>A migration failed; the deployment was rolled back.</summary>
    RolledBack = 6,

    /// <summary>A migration failed and the database needs a person.</summary>
    NeedsPerson = 7,

    /// <summary>Refused by policy.</summary>
    Refused = 8,

    /// <summary>The bundle is damaged, altered or not trusted.</summary>
    BadBundle = 9,

    /// <summary>Cancelled; the database is in a stated, resumable condition.</summary>
    Cancelled = 130,
}
