using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes what the plan says of one migration.</summary>
internal static class PlanSection
{
    public static void Write(StringBuilder text, BundleSource source, MigrationEntry entry, Migration migration)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {FindingLine.Version(entry)} {Markdown.Text(entry.Class)}\n\n");
        foreach (var fact in Facts(entry))
        {
            text.Append("- ").Append(fact).Append('\n');
        }
        foreach (var script in migration.Scripts)
        {
            var where = migration.Scripts.Count > 1 ? " on " + Names(script.Databases) : "";
            Steps(text, "Up" + where, script.Up);
            Locks(text, script);
            Steps(text, (script.DownKind == DownKind.Inferred ? "Down, inferred from Up and the history" : "Down") + where, script.Down);
            Neutrals(text, script);
            if (script.DownProblem is { } problem)
            {
                text.Append("\nNo Down: ").Append(Markdown.Text(problem)).Append('\n');
            }
        }
        var findings = FindingLine.About(source, entry).ToList();
        var lines = findings.Select(FindingLine.Of).Concat(entry.Acceptances.Where(a => findings.All(f => f.Accepted != a)).Select(FindingLine.Of)).ToList();
        text.Append(lines.Count == 0 ? "\nNo findings.\n" : "\nFindings:\n\n");
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
        }
    }

    private static IEnumerable<string> Facts(MigrationEntry entry)
    {
        if (entry.Rationale is { } rationale)
        {
            yield return Markdown.Text("Why: " + rationale.Why + Aside(rationale.Ticket, rationale.Owner));
        }
        if (entry.Description is { } description)
        {
            yield return Markdown.Text("Description: " + description);
        }
        yield return $"A rollback {RollbackText.Of(entry)}." + (entry.ForwardOnly is { } stated ? Markdown.Text($" {stated.Why} {(stated.Recovery is null ? "" : "Instead: " + stated.Recovery)}").TrimEnd() : "");
        if (entry.Doubt is { } doubt)
        {
            yield return Markdown.Text(RollbackText.Of(doubt));
        }
        foreach (var database in entry.NotRendered)
        {
            yield return $"Has no SQL for {Dialect.Of(database).Name}: `migrations apply` refuses where it is not applied yet, and no rollback gets past it.";
        }
        foreach (var problem in entry.Problems)
        {
            yield return $"Released with **{problem.Rule}**: {Markdown.Text(problem.Text)}";
        }
        foreach (var kept in entry.Keeps)
        {
            yield return $"{(kept.Way == Direction.Up ? "Keeps" : "A rollback keeps")} {(kept.Columns.Count == 0 ? "whole rows" : string.Join(", ", kept.Columns.Select(Markdown.Code)))} of {Markdown.Code(kept.Table)} in {Markdown.Code(kept.Name)} on {Dialect.Of(kept.Database).Name}, since {Markdown.Text(kept.Why)}{(kept.Way == Direction.Up ? "" : "; the next apply brings it back")}.";
        }
        yield return entry.Transaction == TransactionMode.None ? "Runs outside a transaction: if it fails, what ran before the failure stays." : "Runs in its own transaction.";
        if (entry.BreakingChange)
        {
            yield return "Breaks running applications: `migrations apply` needs `--allow-breaking`.";
        }
        if (entry.Tags.Count > 0)
        {
            yield return Markdown.Text($"Runs only with {(entry.AnyTag ? "any" : "all")} of the tags {FindingText.List([.. entry.Tags])}.");
        }
        if (entry.Tables.Count > 0)
        {
            yield return Markdown.Text("Touches: " + string.Join(", ", entry.Tables));
        }
        foreach (var expectation in entry.Expectations)
        {
            yield return $"Expects {When(expectation.When)}: {Markdown.Text(expectation.Name)}: {Markdown.Code(expectation.Query)} is {Markdown.Code(ColumnText.Value(expectation.Is))}{(expectation.Database is { } only ? " on " + Dialect.Of(only).Name : "")}";
        }
        foreach (var assumed in entry.Assumptions)
        {
            yield return $"Assumes{(assumed.InDown ? " in Down" : "")}: the {AssumptionText(assumed.Assumption)} ({Names(assumed.Databases)})";
        }
        foreach (var code in entry.CodeSteps)
        {
            yield return $"Runs code: {Markdown.Code($"{code.Type}::{code.Method}")} of {Markdown.Code(code.Assembly)}; `migrations apply` needs `--allow-code`.";
        }
    }

    private static void Steps(StringBuilder text, string title, Items<Step> steps)
    {
        text.Append('\n').Append(title).Append(steps.Count == 0 ? ": nothing.\n" : ":\n\n");
        for (var i = 0; i < steps.Count; i++)
        {
            var detail = OperationText.Detail(steps[i].Operation) is { Length: > 0 } more ? $" ({more})" : "";
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Markdown.Text(OperationText.Of(steps[i].Operation) + detail)}.\n");
        }
    }

    // A column that takes no NULL needs a value for rows of which nothing is kept.
    private static void Neutrals(StringBuilder text, Script script)
    {
        var made = script.Down.Select(s => s.Operation).OfType<CreateTable>().Select(o => o.Table).ToArray();
        foreach (var added in script.Down.Select(s => s.Operation).OfType<AddColumn>().Where(o => script.Databases.Contains(DatabaseKind.Sqlite) && Neutral.Needs(o.Column) && !made.Contains(o.Table)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\nOn SQLite, rows written after Up get {Markdown.Code(Neutral.Of(added.Column.Type))} in {Markdown.Code($"{added.Table}.{added.Column.Name}")}, which takes no NULL; the others get what was kept.\n");
        }
    }

    private static void Locks(StringBuilder text, Script script)
    {
        foreach (var group in script.Databases.GroupBy(d => LockText.Of(script.Up.Select(s => s.Operation), d), StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nMeanwhile on {Names(group.ToItems())}: {Markdown.Text(group.Key)}.\n");
            }
        }
    }

    private static string AssumptionText(Assumption assumption) => Markdown.Text(
        (assumption.Name is null ? $"{assumption.Subject} '{assumption.Table}'" : $"{assumption.Subject} '{assumption.Name}' of '{assumption.Table}'") + (assumption.Exists ? " is there" : " is not there"));

    private static string Names(Items<DatabaseKind> databases) => FindingText.List([.. databases.Select(d => Dialect.Of(d).Name)]);

    private static string Aside(string? ticket, string? owner) => (ticket, owner) switch
    {
        (null, null) => "",
        _ => " (" + string.Join(", ", new[] { ticket, owner }.OfType<string>()) + ")",
    };

    private static string When(ExpectationMoment moment) => moment switch
    {
        ExpectationMoment.Before => "before",
        ExpectationMoment.AfterRollback => "after a rollback",
        _ => "after",
    };
}
