using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Runner;

/// <summary>How a verb ended, and what it has to say; each verb has its own kind.</summary>
public abstract record Outcome(ExitCode Code)
{
    /// <summary>What there is to say, the most important first; <see cref="FindingText"/> words each.</summary>
    public Items<Finding> Findings { get; init; } = Items<Finding>.Empty;
}
