using Migrations.Build.Model;
using Migrations.Build.Model.Comparing;

namespace Migrations.Build.Runner.Baselining;

/// <summary>What was adopted.</summary>
public sealed record BaselineOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The versions that were adopted, in order.</summary>
    public Items<long> Adopted { get; init; } = Items<long>.Empty;

    /// <summary>How the live schema differs from what these versions make, where it does.</summary>
    public Items<Difference> Differences { get; init; } = Items<Difference>.Empty;
}
