namespace Migrations.Build.Model.Operations;

/// <summary>Drops a column.</summary>
public sealed record DropColumn(TableName Table, string Column) : Operation;
