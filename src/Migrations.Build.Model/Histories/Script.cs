using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Histories;

/// <summary>What a migration does on one or more databases for which it does the same.</summary>
public sealed record Script(Items<DatabaseKind> Databases, Items<Step> Up, Items<Step> Down)
{
    /// <summary>What kind of Down it is.</summary>
    public DownKind DownKind { get; init; }

    /// <summary>Why Down gives no steps, where it throws or is irreversible.</summary>
    public string? DownProblem { get; init; }

    /// <summary>The answers that Up got from the history.</summary>
    public Items<Assumption> UpAssumptions { get; init; } = Items<Assumption>.Empty;

    /// <summary>The answers that Down got from the history.</summary>
    public Items<Assumption> DownAssumptions { get; init; } = Items<Assumption>.Empty;
}
