using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification;

/// <summary>What a verification found, and what it proved.</summary>
public sealed record VerificationReport(Items<Finding> Findings, Proofs.Verification Summary)
{
    /// <summary>How many migrations were run; the others were proved before, with everything that led to them unchanged.</summary>
    public int Ran { get; init; }
}
