namespace Migrations.Build.Model.Operations;

/// <summary>Restates a column of a table.</summary>
public sealed record AlterColumn(TableName Table, Column Column) : Operation;
