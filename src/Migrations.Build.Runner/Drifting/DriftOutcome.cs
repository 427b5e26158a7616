using Migrations.Build.Model;
using Migrations.Build.Model.Comparing;

namespace Migrations.Build.Runner.Drifting;

/// <summary>How the live schema differs from the one that the history gives.</summary>
public sealed record DriftOutcome(ExitCode Code) : Outcome(Code)
{
    /// <summary>The differences, object by object.</summary>
    public Items<Difference> Differences { get; init; } = Items<Difference>.Empty;

    /// <summary>The tables that were not judged, because code of a migration touches them.</summary>
    public Items<string> NotJudged { get; init; } = Items<string>.Empty;

    /// <summary>The tables and views that were left out, because they are others'.</summary>
    public Items<string> Ignored { get; init; } = Items<string>.Empty;
}
