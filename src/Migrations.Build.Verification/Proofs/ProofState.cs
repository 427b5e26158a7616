namespace Migrations.Build.Verification.Proofs;

/// <summary>What is known of one way of a migration.</summary>
public enum ProofState
{
    /// <summary>It ran, and everything that was checked held.</summary>
    Proved,

    /// <summary>It did not run.</summary>
    NotProved,

    /// <summary>It ran, and something did not hold.</summary>
    Failed,
}
