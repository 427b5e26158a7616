using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Puts rows into a table.</summary>
public sealed record InsertsRows(TableName Table) : SqlEffect
{
    /// <summary>Whether rows that are in their way go.</summary>
    public bool Replaces { get; init; }
}
