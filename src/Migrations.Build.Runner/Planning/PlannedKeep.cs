using Migrations.Build.Model;

namespace Migrations.Build.Runner.Planning;

/// <summary>Data that a migration keeps before it destroys it.</summary>
/// <param name="Name">The table that it makes for it.</param>
/// <param name="Table">The table that it is taken from.</param>
public sealed record PlannedKeep(string Name, string Table)
{
    /// <summary>The columns whose values are kept; none where whole rows are.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>What destroys it, as the end of a sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>How many rows it is now; null where that is not known, since migrations before it make what it is taken from.</summary>
    public long? Rows { get; init; }

    /// <summary>The query that gives what is kept.</summary>
    internal string? Query { get; init; }
}
