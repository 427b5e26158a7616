using Migrations.Build.Model;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>What was undone.</summary>
public sealed record RollbackOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The deployment's number in the journal; null when nothing ran.</summary>
    public long? Deployment { get; init; }

    /// <summary>What was to be undone, in order.</summary>
    public Items<PlannedUndo> Planned { get; init; } = Items<PlannedUndo>.Empty;

    /// <summary>What was undone and committed, in order.</summary>
    public Items<RanMigration> Ran { get; init; } = Items<RanMigration>.Empty;
}
