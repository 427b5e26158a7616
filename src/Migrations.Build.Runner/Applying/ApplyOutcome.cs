using Migrations.Build.Model;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Applying;

/// <summary>What was applied.</summary>
public sealed record ApplyOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The deployment's number in the journal; null when nothing ran.</summary>
    public long? Deployment { get; init; }

    /// <summary>What was to run.</summary>
    public PlanOutcome? Plan { get; init; }

    /// <summary>What ran and was committed, in order; what an automatic rollback undid stands there again as a Down.</summary>
    public Items<RanMigration> Ran { get; init; } = Items<RanMigration>.Empty;
}
