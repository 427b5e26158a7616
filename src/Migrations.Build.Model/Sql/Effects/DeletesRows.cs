using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Deletes rows: all of them when no condition is said, or one that always holds.</summary>
public sealed record DeletesRows(TableName Table, bool AllRows) : SqlEffect
{
    /// <summary>The text of the condition; null where none is said.</summary>
    public string? Where { get; init; }
}
