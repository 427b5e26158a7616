namespace Migrations.Build.Model.Operations;

/// <summary>Gives a column another default.</summary>
public sealed record SetDefault(TableName Table, string Column, Value Default) : Operation;
