namespace Migrations.Build.Model.Operations;

/// <summary>Adds a primary key or a unique constraint.</summary>
public sealed record AddKey(TableName Table, KeyKind Kind, Key Key) : Operation;
