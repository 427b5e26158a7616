namespace Migrations.Build.Model.Operations;

/// <summary>Changes the description of a table; a null description changes nothing.</summary>
public sealed record DescribeTable(TableName Table, string? Description) : Operation;
