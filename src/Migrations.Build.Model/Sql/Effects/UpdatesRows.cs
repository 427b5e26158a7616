using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Changes rows: all of them when no condition is said, or one that always holds.</summary>
public sealed record UpdatesRows(TableName Table, bool AllRows) : SqlEffect
{
    /// <summary>The columns that get a value.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>The text of the condition; null where none is said.</summary>
    public string? Where { get; init; }

    /// <summary>Whether rows that are in the way of the new values go.</summary>
    public bool Replaces { get; init; }
}
