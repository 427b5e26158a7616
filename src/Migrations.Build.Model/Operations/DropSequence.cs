namespace Migrations.Build.Model.Operations;

/// <summary>Drops a sequence.</summary>
public sealed record DropSequence(TableName Name) : Operation;
