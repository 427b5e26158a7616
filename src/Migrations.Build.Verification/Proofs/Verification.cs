using Migrations.Build.Model;

namespace Migrations.Build.Verification.Proofs;

/// <summary>The part <c>verification.json</c>: what the build proved, and what it did not. It holds no times and no paths: the same bundle gives the same text.</summary>
/// <param name="Engine">The engine it ran on, with its version.</param>
/// <param name="RowsPerTable">How many rows each table held at least.</param>
public sealed record Verification(string Engine, int RowsPerTable)
{
    /// <summary>The migrations that were applied, rolled back and applied again.</summary>
    public int Rounds { get; init; }

    /// <summary>The rows that were compared value by value, over all rounds.</summary>
    public long RowsCompared { get; init; }

    /// <summary>The digest of the schema after the last migration that was proved.</summary>
    public string? Schema { get; init; }

    /// <summary>What was proved of each migration, in order.</summary>
    public Items<MigrationProof> Migrations { get; init; } = Items<MigrationProof>.Empty;

    /// <summary>What nothing here proves, in sentences.</summary>
    public Items<string> NotProved { get; init; } = Items<string>.Empty;
}
