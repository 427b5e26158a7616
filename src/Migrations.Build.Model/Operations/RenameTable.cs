namespace Migrations.Build.Model.Operations;

/// <summary>Renames a table.</summary>
public sealed record RenameTable(TableName Table, string NewName) : Operation;
