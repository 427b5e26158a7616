using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Puts rows into a table.</summary>
public sealed record InsertsRows(TableName Table) : SqlEffect
{
    /// <summary>The columns that the statement names and gives values to.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>Whether its values stand in columns that the database numbers.</summary>
    public bool Overrides { get; init; }

    /// <summary>Whether rows that are in their way go.</summary>
    public bool Replaces { get; init; }
}
