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

    /// <summary>The tables and views that were left out, because they are others'.</summary>
    public Items<string> Ignored { get; init; } = Items<string>.Empty;
}
