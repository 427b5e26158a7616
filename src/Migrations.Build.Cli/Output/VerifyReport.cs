using System.Globalization;
using Migrations.Build.Bundle;
using Migrations.Build.Verification;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells people what was proved, and what was not.</summary>
internal static class VerifyReport
{
    public static Report Of(MigrationBundle bundle, VerificationReport verified)
    {
        var (manifest, summary) = (bundle.Manifest, verified.Summary);
        var report = new Report()
            .Title($"{manifest.Name} {manifest.Version} is what the build wrote: {Words.Count(manifest.Parts.Count + 1, "part")}, digest {bundle.Digest}")
            .Line(string.Create(CultureInfo.InvariantCulture, $"On {summary.Engine}: {Words.Count(summary.Rounds, "migration")} up, down and up again, {summary.RowsCompared} rows compared, at least {summary.RowsPerTable} in each table."));
        var weak = summary.Migrations.Where(m => m.Up != ProofState.Proved || m.Down != ProofState.Proved || m.Lost.Count > 0).ToList();
        if (weak.Count > 0)
        {
            report.Grid(["version", "migration", "up", "down", "why"], weak.Select(Row));
        }
        foreach (var sentence in summary.NotProved)
        {
            report.Line(sentence);
        }
        return report;
    }

    private static string[] Row(MigrationProof proof) =>
        [Words.Of(proof.Version), proof.Class, Words.Id(proof.Up), Words.Id(proof.Down), proof.Why ?? string.Join("; ", proof.Lost.Select(Lost))];

    private static string Lost(LostData lost) =>
        $"a rollback loses {(lost.Column is null ? Words.Count(lost.Rows, "row") + " of " + lost.Table : Words.Count(lost.Rows, "value") + " of " + lost.Table + "." + lost.Column)}";
}
