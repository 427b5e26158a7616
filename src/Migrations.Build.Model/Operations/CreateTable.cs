namespace Migrations.Build.Model.Operations;

/// <summary>Creates a table.</summary>
public sealed record CreateTable(TableName Table, Items<Column> Columns) : Operation
{
    /// <summary>The description stored in the database.</summary>
    public string? Description { get; init; }

    /// <summary>Whether an existing table is left as it is.</summary>
    public bool IfNotExists { get; init; }
}
