namespace Migrations.Build.Model.Operations;

/// <summary>Moves a table to another schema.</summary>
public sealed record MoveTable(TableName Table, string ToSchema) : Operation;
