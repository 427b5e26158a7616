using System.CommandLine;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Cli.Commands;

/// <summary>What would run, statement by statement.</summary>
internal static class PlanCommand
{
    public static Command Make()
    {
        var verb = new DatabaseCommand("plan", "Tells what would run, statement by statement, with risk and reversibility.", needsBundle: true);
        var to = verb.Option<long?>("--to", "The last version to plan.", "version");
        var requested = new RequestedOptions(verb);
        var check = verb.Option<bool>("--check", "Exit with 3 when something is pending.");
        return verb.Does(
            (request, cancel) => Plan.MakeAsync(request.Bundle!, request.Settings, new() { To = request.Parsed.GetValue(to), Requested = requested.Of(request), Check = request.Parsed.GetValue(check) }, cancel),
            (request, plan) => Report(request, plan, ApplyOptions.KeepingTime),
            Document);
    }

    /// <summary>What the document says of a plan.</summary>
    public static Fields Document(PlanOutcome plan) => new Fields()
        .With("applied", plan.Applied)
        .With("current", plan.Current)
        .With("pending", plan.Pending, Documents.Pending)
        .With("notRun", plan.NotRun, Documents.NotRun)
        .With("problems", plan.Doubtful.SelectMany(m => m.Problems.Select(p => (Entry: m, Problem: p))).ToArray(), d => Documents.Problem(d.Entry.Version, d.Entry.Class, d.Problem));

    /// <summary>The pending migrations as people read them.</summary>
    public static Report Report(Request request, PlanOutcome plan, TimeSpan? keepFor)
    {
        if (plan.Code is not (ExitCode.Done or ExitCode.Pending) && plan.Pending.Count == 0)
        {
            return new();
        }
        var manifest = request.Bundle!.Manifest;
        var report = new Report().Title($"{manifest.Name} {manifest.Version} on {Dialect.Of(request.Settings.Database).Name}: {Words.Count(plan.Pending.Count, "migration")} pending, {plan.Applied} applied");
        if (plan.Pending.Count > 0)
        {
            report.Grid(["version", "migration", "rollback", "notes"], plan.Pending.Select(Row));
        }
        foreach (var planned in plan.Pending)
        {
            report.Branch($"{planned.Entry.Version} {planned.Entry.Class}", Facts(planned, keepFor), planned.Up);
        }
        foreach (var doubtful in plan.Doubtful)
        {
            Problems.AddTo(report, doubtful.Version, doubtful.Class, doubtful.Problems);
        }
        return RequestedOptions.AddTo(report, plan);
    }

    private static string[] Row(PlannedMigration planned) =>
        [Words.Of(planned.Entry.Version), planned.Entry.Class, RollbackText.Short(planned.Reversibility), string.Join(", ", Marks(planned))];

    private static IEnumerable<string> Marks(PlannedMigration planned)
    {
        if (planned.Entry.BreakingChange)
        {
            yield return "breaks running applications";
        }
        if (planned.Up.Any(s => s.Kind == StatementKind.Code))
        {
            yield return "runs code";
        }
        if (planned.Entry.Transaction == TransactionMode.None)
        {
            yield return "no transaction";
        }
        if (planned.Entry.InferredDown)
        {
            yield return "inferred Down";
        }
        if (planned.OutOfOrder)
        {
            yield return "out of order";
        }
        if (planned.DoneAlready > 0)
        {
            yield return $"{Words.Count(planned.DoneAlready, "statement")} done already";
        }
        if (planned.Entry.Acceptances.Count > 0)
        {
            yield return "accepted: " + string.Join(", ", planned.Entry.Acceptances.Select(a => a.Rule));
        }
    }

    private static IEnumerable<string> Facts(PlannedMigration planned, TimeSpan? keepFor)
    {
        if (planned.Entry.Rationale is { } rationale)
        {
            yield return "why: " + rationale.Why;
        }
        if (planned.Entry.ForwardOnly is { } stated)
        {
            yield return "cannot be undone: " + stated.Why;
        }
        if (planned.Entry.Doubt is { } doubt)
        {
            yield return "a rollback: " + RollbackText.Of(doubt).TrimEnd('.');
        }
        foreach (var keep in planned.Keeps)
        {
            yield return $"keeps {Kept.What(keep.Table, keep.Columns)} {KeepTime.Text(keepFor)}: {(keep.Rows is { } rows ? Words.Count(rows, "row") : "how many rows is known when what comes before it ran")}{(keep.Why.Length > 0 ? ", since " + keep.Why : "")}";
        }
        foreach (var kept in planned.Returns.Select(r => r.Kept).Where(k => k.Rows > 0))
        {
            yield return $"brings back {Kept.What(kept.Table, kept.Columns)}: {Words.Count(kept.Rows, "row")} that a rollback kept";
        }
        if (planned.Entry.InferredDown)
        {
            yield return "the way back is inferred: the migration has none of its own";
        }
        foreach (var acceptance in planned.Entry.Acceptances)
        {
            yield return $"accepted {acceptance.Rule}{(acceptance.Until is { } until ? " until " + until : "")}: {acceptance.Reason}";
        }
        foreach (var expectation in planned.Entry.Expectations)
        {
            yield return $"expects {Words.Id(expectation.When)}: {expectation.Name}";
        }
    }
}
