using Migrations.Build.Model;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.Journal;

/// <summary>Where a database stands.</summary>
public sealed record StatusOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>Every migration of the bundle and of the database, by version.</summary>
    public Items<MigrationStatus> Migrations { get; init; } = Items<MigrationStatus>.Empty;

    /// <summary>The last deployments, the newest first.</summary>
    public Items<Deployment> Deployments { get; init; } = Items<Deployment>.Empty;

    /// <summary>The data that is kept for rollbacks, and what found no place any more.</summary>
    public Items<KeptTable> Kept { get; init; } = Items<KeptTable>.Empty;

    /// <summary>The runner that works on the database now.</summary>
    public LockHolder? Holder { get; init; }

    /// <summary>Whether the lock is held, also where it is not known by whom.</summary>
    public bool Locked { get; init; }
}
