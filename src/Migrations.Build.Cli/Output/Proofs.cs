using Migrations.Build.Model.Canonical;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Cli.Output;

/// <summary>What the document says of a verification.</summary>
internal static class Proofs
{
    public static Fields Document(Verification.Proofs.Verification summary) => new Fields()
        .With("engine", summary.Engine)
        .With("rowsPerTable", summary.RowsPerTable)
        .With("rounds", summary.Rounds)
        .With("rowsCompared", summary.RowsCompared)
        .With("migrations", summary.Migrations, Migration)
        .With("notProved", summary.NotProved, Json.Of);

    private static Json Migration(MigrationProof proof) => new Fields()
        .With("version", proof.Version)
        .With("class", proof.Class)
        .With("up", Words.Id(proof.Up))
        .With("down", Words.Id(proof.Down))
        .With("why", proof.Why)
        .With("rowsCompared", proof.RowsCompared)
        .With("lost", proof.Lost, Lost)
        .ToJson();

    private static Json Lost(LostData lost) => new Fields()
        .With("table", lost.Table)
        .With("column", lost.Column)
        .With("rows", lost.Rows)
        .ToJson();
}
