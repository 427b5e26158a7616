namespace Migrations.Build.Model.Operations;

/// <summary>Drops a schema.</summary>
public sealed record DropSchema(string Name) : Operation;
