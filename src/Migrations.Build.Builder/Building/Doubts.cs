using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Histories;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Builder.Building;

/// <summary>What speaks against the rollbacks of migrations. A claim follows the proof, never the severity of a finding, and whoever released the migration.</summary>
internal static class Doubts
{
    /// <summary>What a verification leaves in doubt, by version.</summary>
    public static IReadOnlyDictionary<long, RollbackDoubt> Of(History history, Verification.Proofs.Verification summary)
    {
        var proofs = summary.Migrations.GroupBy(m => m.Version).ToDictionary(g => g.Key, g => g.First());
        return All(history, v => proofs.TryGetValue(v, out var proof) ? Of(proof) : new(DoubtKind.NotProved, "the build did not come to it"));
    }

    /// <summary>The doubt about every migration where nothing was verified.</summary>
    public static IReadOnlyDictionary<long, RollbackDoubt> Of(History history, string why) => All(history, _ => new(DoubtKind.NotProved, why));

    private static Dictionary<long, RollbackDoubt> All(History history, Func<long, RollbackDoubt?> doubt) => history.Versioned
        .Select(m => m.Version).Distinct()
        .Select(v => (Version: v, Doubt: doubt(v)))
        .Where(d => d.Doubt is not null)
        .ToDictionary(d => d.Version, d => d.Doubt!);

    private static RollbackDoubt? Of(MigrationProof proof) => proof switch
    {
        { Against: { } fault } => new(DoubtKind.Fails, fault),
        { Down: ProofState.Failed } => new(DoubtKind.Fails, "what it found after Down was not what was there before"),
        { Lost: [var lost, ..] } => new(DoubtKind.LosesData, lost.Column is null ? $"rows of '{lost.Table}' did not come back" : $"values of '{lost.Table}.{lost.Column}' did not come back"),
        { Down: ProofState.Proved } => null,
        { Up: ProofState.Failed } => new(DoubtKind.NotProved, proof.Why ?? "its Up failed when the build tried it"),
        _ => new(DoubtKind.NotProved, proof.Why ?? "the build did not see it run"),
    };
}
