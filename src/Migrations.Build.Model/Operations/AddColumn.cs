namespace Migrations.Build.Model.Operations;

/// <summary>Adds a column to a table.</summary>
public sealed record AddColumn(TableName Table, Column Column) : Operation;
