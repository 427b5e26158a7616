using Migrations.Build.Model;

namespace Migrations.Build.Verification.Proofs;

/// <summary>What was proved of a migration.</summary>
public sealed record MigrationProof(long Version, string Class)
{
    /// <summary>Whether its Up is proved.</summary>
    public ProofState Up { get; init; }

    /// <summary>Whether its Down is proved: schema and rows come back, and a second Up gives the same again.</summary>
    public ProofState Down { get; init; }

    /// <summary>Why something is not proved.</summary>
    public string? Why { get; init; }

    /// <summary>The tables that it changed or whose rows it wrote.</summary>
    public Items<string> Tables { get; init; } = Items<string>.Empty;

    /// <summary>How many rows of these tables were there before, and were compared after Down.</summary>
    public int RowsCompared { get; init; }

    /// <summary>How many rows were written after Up and looked for after Down.</summary>
    public int RowsFollowed { get; init; }

    /// <summary>The digest of the schema after Up.</summary>
    public string? Schema { get; init; }

    /// <summary>What its Down was seen to do wrong; null where it did nothing wrong, or was not seen.</summary>
    public string? Against { get; init; }

    /// <summary>What a rollback does not bring back.</summary>
    public Items<LostData> Lost { get; init; } = Items<LostData>.Empty;

    /// <summary>New tables that had to be empty for it to pass.</summary>
    public Items<string> ProvedEmpty { get; init; } = Items<string>.Empty;

    /// <summary>Whether code of the project ran in it.</summary>
    public bool RanCode { get; init; }
}
