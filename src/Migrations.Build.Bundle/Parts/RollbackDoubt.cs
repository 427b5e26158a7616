namespace Migrations.Build.Bundle.Parts;

/// <summary>What speaks against the rollback of a migration, as the build saw it.</summary>
/// <param name="Kind">How much it says.</param>
/// <param name="Why">Why, as a clause without a full stop, or a sentence.</param>
public sealed record RollbackDoubt(DoubtKind Kind, string Why);
