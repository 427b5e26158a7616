using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Releases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Cli.Output;

/// <summary>The objects that the documents are made of, as JSON.md tells.</summary>
internal static class Documents
{
    public static Json Bundle(MigrationBundle bundle) => new Fields()
        .With("name", bundle.Manifest.Name)
        .With("version", bundle.Manifest.Version)
        .With("digest", bundle.Digest)
        .ToJson();

    public static Json Pending(PlannedMigration planned) => new Fields()
        .With("version", planned.Entry.Version)
        .With("class", planned.Entry.Class)
        .With("description", planned.Entry.Description)
        .With("why", planned.Entry.Rationale?.Why)
        .With("hash", planned.Entry.Hash)
        .With("reversibility", Words.Id(planned.Reversibility))
        .With("breakingChange", planned.Entry.BreakingChange)
        .With("transaction", planned.Entry.Transaction == Model.Histories.TransactionMode.Own)
        .With("outOfOrder", planned.OutOfOrder)
        .With("doneAlready", planned.DoneAlready)
        .With("tables", planned.Entry.Tables, Json.Of)
        .With("accepted", planned.Entry.Acceptances, Accepted)
        .With("inferredDown", planned.Entry.InferredDown)
        .With("keeps", planned.Keeps, Keep)
        .With("up", planned.Up, Text)
        .With("down", planned.Down, Text)
        .With("bringsBack", planned.Returns, r => Kept(r.Kept))
        .ToJson();

    public static Json Kept(KeptTable kept) => new Fields()
        .With("version", kept.Version)
        .With("class", kept.Class)
        .With("table", kept.Table)
        .With("columns", kept.Columns, Json.Of)
        .With("rows", kept.Rows)
        .With("rowsLeft", kept.RowsLeft)
        .With("at", kept.At)
        .With("until", kept.Until)
        .With("deployment", kept.Deployment)
        .With("state", Words.Id(kept.State))
        .With("missing", kept.Missing)
        .With("keptIn", kept.Name)
        .With("keptBy", kept.Way == Direction.Down ? "rollback" : "apply")
        .ToJson();

    public static Json Problem(long version, string name, KnownProblem problem) => new Fields()
        .With("version", version)
        .With("class", name)
        .With("rule", problem.Rule)
        .With("text", problem.Text)
        .ToJson();

    public static Json NotRun(NotRunMigration migration) => new Fields()
        .With("version", migration.Entry.Version)
        .With("class", migration.Entry.Class)
        .With("why", migration.Why)
        .ToJson();

    public static Json Undo(PlannedUndo undo) => new Fields()
        .With("version", undo.Version)
        .With("class", undo.Class)
        .With("reversibility", Words.Id(undo.Reversibility))
        .With("stored", undo.Stored)
        .With("down", undo.Down, Text)
        .With("keeps", undo.Keeps, Keep)
        .ToJson();

    public static Json Ran(RanMigration ran) => new Fields()
        .With("direction", ran.Direction == Direction.Up ? "up" : "down")
        .With("version", ran.Version)
        .With("class", ran.Class)
        .With("statements", ran.Statements)
        .With("milliseconds", ran.Took)
        .ToJson();

    public static Json Migration(MigrationStatus status) => new Fields()
        .With("version", status.Version)
        .With("class", status.Class)
        .With("state", Words.Id(status.State))
        .With("at", status.At)
        .With("deployment", status.Deployment)
        .With("hash", status.Hash)
        .With("baselined", status.Baselined)
        .With("statementsDone", status.StatementsDone)
        .With("error", status.Error)
        .With("problems", status.Problems, p => new Fields().With("rule", p.Rule).With("text", p.Text).ToJson())
        .ToJson();

    public static Json Deployment(Deployment deployment) => new Fields()
        .With("number", deployment.Number)
        .With("verb", deployment.Verb)
        .With("state", Words.Id(deployment.State))
        .With("by", deployment.By)
        .With("started", deployment.Started)
        .With("ended", deployment.Ended)
        .With("bundle", deployment.Bundle)
        .With("bundleVersion", deployment.BundleVersion)
        .With("bundleDigest", deployment.BundleDigest)
        .ToJson();

    public static Json Difference(Difference difference) => new Fields()
        .With("kind", Words.Id(difference.Kind))
        .With("object", difference.Subject)
        .With("name", difference.Name)
        .With("expected", difference.Expected)
        .With("actual", difference.Actual)
        .ToJson();

    private static Json Keep(PlannedKeep keep) => new Fields()
        .With("table", keep.Table)
        .With("columns", keep.Columns, Json.Of)
        .With("rows", keep.Rows)
        .With("why", keep.Why)
        .With("keptIn", keep.Name)
        .ToJson();

    private static Json Accepted(Model.Histories.Acceptance acceptance) => new Fields()
        .With("rule", acceptance.Rule)
        .With("reason", acceptance.Reason)
        .With("until", acceptance.Until)
        .ToJson();

    private static Json Text(Statement statement) => new Fields()
        .With("kind", Words.Id(statement.Kind))
        .With("text", statement.Text)
        .ToJson();
}
