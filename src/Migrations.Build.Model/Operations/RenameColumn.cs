namespace Migrations.Build.Model.Operations;

/// <summary>Renames a column.</summary>
public sealed record RenameColumn(TableName Table, string Column, string NewName) : Operation;
