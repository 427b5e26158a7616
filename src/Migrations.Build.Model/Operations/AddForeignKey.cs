namespace Migrations.Build.Model.Operations;

/// <summary>Adds a foreign key.</summary>
public sealed record AddForeignKey(ForeignKey ForeignKey) : Operation;
