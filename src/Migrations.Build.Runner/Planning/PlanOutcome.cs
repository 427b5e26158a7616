using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;

namespace Migrations.Build.Runner.Planning;

/// <summary>What would run.</summary>
public sealed record PlanOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The migrations that would run, in order.</summary>
    public Items<PlannedMigration> Pending { get; init; } = Items<PlannedMigration>.Empty;

    /// <summary>The migrations that are not run without being asked for.</summary>
    public Items<NotRunMigration> NotRun { get; init; } = Items<NotRunMigration>.Empty;

    /// <summary>The migrations of which something cannot be read, rendered or proved, applied or not.</summary>
    public Items<MigrationEntry> Doubtful { get; init; } = Items<MigrationEntry>.Empty;

    /// <summary>How many migrations are applied.</summary>
    public int Applied { get; init; }

    /// <summary>The highest applied version; zero when none is.</summary>
    public long Current { get; init; }
}
