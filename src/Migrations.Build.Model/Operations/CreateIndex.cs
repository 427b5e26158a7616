namespace Migrations.Build.Model.Operations;

/// <summary>Creates an index.</summary>
public sealed record CreateIndex(TableIndex Index) : Operation;
