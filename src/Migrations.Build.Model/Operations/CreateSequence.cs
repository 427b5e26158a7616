namespace Migrations.Build.Model.Operations;

/// <summary>Creates a sequence.</summary>
public sealed record CreateSequence(Sequence Sequence) : Operation;
