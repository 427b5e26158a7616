using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes what the bundle does in plain words, for people who do not read SQL.</summary>
internal static class SummaryWriter
{
    public static string Write(BundleSource source, Manifest manifest)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# What {Markdown.Text(source.Name)} {Markdown.Text(source.Version)} changes\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{OperationText.Count(manifest.Migrations.Count, "migration")}, each a small step that a database gets once. A database that has some of them already gets only the rest.\n");
        var changes = source.History.Migrations.SelectMany(Changes).ToList();
        Section(text, "What is new", Lines(changes, Change.New));
        Section(text, "What changes", Lines(changes, Change.Changed));
        Section(text, "What is removed", Lines(changes, Change.Removed));
        Section(text, "What cannot be undone", manifest.Migrations.Where(e => e.Reversibility is Reversibility.ForwardOnly or Reversibility.LosesData).Select(Undoing));
        if (manifest.Migrations.Any(e => e.Reversibility == Reversibility.NotProved))
        {
            Section(text, "What nobody saw undone", manifest.Migrations.Where(e => e.Reversibility == Reversibility.NotProved).Select(Undoing));
        }
        return text.ToString();
    }

    /// <summary>A line for each migration that tells why, and below it a line for each of its changes.</summary>
    private static IEnumerable<string> Lines(List<(Migration Migration, Operation Operation, string Where)> changes, Change kind) =>
        changes.Where(c => Kind(c.Operation) == kind)
            .GroupBy(c => c.Migration, ReferenceEqualityComparer.Instance)
            .Select(g => Reason((Migration)g.Key!) + string.Concat(g.Select(c => "\n  - " + Markdown.Text($"{c.Where}{OperationText.Of(c.Operation)}."))));

    private static string Reason(Migration migration) => Markdown.Text($"{(migration.Rationale?.Why ?? migration.Description ?? "For a reason that was not given").TrimEnd('.')} ({migration.Class}):");

    private static IEnumerable<(Migration Migration, Operation Operation, string Where)> Changes(Migration migration) =>
        migration.Scripts.SelectMany(script => script.Up.Select(step => (migration, step.Operation, migration.Scripts.Count > 1 ? OnlyOn(script) : "")));

    private static string OnlyOn(Script script) => $"On {FindingText.List([.. script.Databases.Select(d => Dialect.Of(d).Name)])}: ";

    private static Change Kind(Operation operation) => operation switch
    {
        CreateTable or AddColumn or CreateIndex or AddKey or AddForeignKey or CreateSchema or CreateSequence or InsertRows => Change.New,
        DropTable or DropColumn or DropIndex or DropKey or DropForeignKey or DropSchema or DropSequence or DeleteRows => Change.Removed,
        _ => Change.Changed,
    };

    private static string Undoing(MigrationEntry entry) =>
        Markdown.Text($"{entry.Class}: going back {RollbackText.Of(entry)}.{(entry.Doubt is { } doubt ? " " + RollbackText.Of(doubt) : "")}{(entry.ForwardOnly is { } stated ? $" {stated.Why} {(stated.Recovery is null ? "" : "Instead: " + stated.Recovery)}" : "")}".TrimEnd());

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        var any = false;
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
            any = true;
        }
        text.Append(any ? "" : "Nothing.\n");
    }

    private enum Change
    {
        New,
        Changed,
        Removed,
    }
}
