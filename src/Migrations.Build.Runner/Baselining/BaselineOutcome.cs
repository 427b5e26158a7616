using Migrations.Build.Model;

namespace Migrations.Build.Runner.Baselining;

/// <summary>What was adopted.</summary>
public sealed record BaselineOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The versions that were adopted, in order.</summary>
    public Items<long> Adopted { get; init; } = Items<long>.Empty;
}
