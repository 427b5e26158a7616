using Migrations.Build.Model;

namespace Migrations.Build.Runner.Keeping;

/// <summary>What was dropped.</summary>
public sealed record PurgeOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The deployment's number in the journal; null when nothing was dropped.</summary>
    public long? Deployment { get; init; }

    /// <summary>What was dropped, or would be, in the order in which it was kept.</summary>
    public Items<KeptTable> Dropped { get; init; } = Items<KeptTable>.Empty;

    /// <summary>What stays.</summary>
    public Items<KeptTable> Stays { get; init; } = Items<KeptTable>.Empty;
}
