namespace Migrations.Build.Model.Operations;

/// <summary>Takes the default of a column away.</summary>
public sealed record DropDefault(TableName Table, string Column) : Operation;
