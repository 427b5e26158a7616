using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Verification.Proofs;

/// <summary>The proof of one migration, and what is wrong with it.</summary>
internal sealed record Result(MigrationProof Proof, Items<Fault> Faults)
{
    /// <summary>Whether the outcome depends on which tables are new, and so on what was released.</summary>
    public bool LookedAtReleases { get; init; }

    /// <summary>The version before that could not run and that it needs; zero when there is none.</summary>
    public long Behind { get; init; }

    /// <summary>The proof, with what its Down was seen to do wrong, also where that is only odd.</summary>
    public MigrationProof Told => Faults.FirstOrDefault(f => f.InDown && f.IsAgainstDown) is { } fault
        ? Proof with { Against = FindingText.Of(new(fault.Rule, fault.Values)) }
        : Proof;

    public bool Failed => Faults.Any(f => f.Severity == Severity.Error);
}
