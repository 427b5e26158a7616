using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;

namespace Migrations.Build.Runner.Keeping;

/// <summary>A table of data that was kept for the way back, as the table <c>migrations_kept</c> tells of it.</summary>
/// <param name="Name">The table that holds the data, or held it last.</param>
/// <param name="Version">The migration that destroyed the data elsewhere.</param>
/// <param name="Class">Its class.</param>
/// <param name="Table">The table that the data was taken from.</param>
public sealed record KeptTable(string Name, long Version, string Class, string Table)
{
    /// <summary>The way that destroyed it: what Up did is for the rollback, what a rollback did for the next apply.</summary>
    public Direction Way { get; init; }

    /// <summary>The columns whose values are kept; none where whole rows are.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>How many rows are kept.</summary>
    public long Rows { get; init; }

    /// <summary>How many of them found no place on the way back.</summary>
    public long RowsLeft { get; init; }

    /// <summary>When the data was kept.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When <c>purge</c> may drop it; null for never, unless it is told to.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The deployment that kept it.</summary>
    public long Deployment { get; init; }

    /// <summary>What became of it.</summary>
    public KeptState State { get; init; }

    /// <summary>When it was restored, left or purged.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Who did that.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Whether the table is not there, although nothing noted that it was dropped.</summary>
    public bool Missing { get; init; }

    /// <summary>Its number in the registry.</summary>
    internal long Id { get; init; }

    /// <summary>The name under which it was made, and by which statements know it.</summary>
    internal string MadeAs { get; init; } = Name;

    /// <summary>How many rows the statements that restore it wrote, so far.</summary>
    internal long Placed { get; init; }

    /// <summary>How many rows the statement among them wrote that wrote the most.</summary>
    internal long PlacedAtOnce { get; init; }
}
