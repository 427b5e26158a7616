using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Reading;

/// <summary>A column as SQL text defines it, with the constraints that stand beside it.</summary>
internal sealed record ReadColumn(Column Column)
{
    /// <summary>Whether all of the definition could be read.</summary>
    public bool Whole { get; init; } = true;

    public Key? Unique { get; init; }

    /// <summary>What SQLite does with rows whose primary keys are in each other's way.</summary>
    public string? KeyConflict { get; init; }

    public ForeignKey? References { get; init; }

    public Items<Check> Checks { get; init; } = Items<Check>.Empty;

    /// <summary>Whether a column record alone says everything.</summary>
    public bool IsPlain => Unique is null && References is null && Checks.Count == 0;
}
