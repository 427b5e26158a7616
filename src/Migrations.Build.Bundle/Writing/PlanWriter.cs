using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Writes the plan for reviewers.</summary>
internal static class PlanWriter
{
    public static string Write(BundleSource source, Manifest manifest)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Markdown.Text(source.Name)} {Markdown.Text(source.Version)}: plan\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{OperationText.Count(manifest.Migrations.Count, "migration")} for {FindingText.List([.. source.Targets.Select(t => $"{Dialect.Of(t.Kind).Name} {t.Version} or newer")])}, read with FluentMigrator {manifest.FluentMigrator}.\n");
        text.Append("The statements that run are those under `sql/`, byte for byte.\n");
        Overview(text, source, manifest);
        for (var i = 0; i < manifest.Migrations.Count; i++)
        {
            PlanSection.Write(text, source, manifest.Migrations[i], source.History.Migrations[i]);
        }
        return text.ToString();
    }

    private static void Overview(StringBuilder text, BundleSource source, Manifest manifest)
    {
        text.Append("\n| version | migration | rollback | open findings | accepted |\n|---|---|---|---|---|\n");
        foreach (var entry in manifest.Migrations)
        {
            var findings = FindingLine.About(source, entry).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {FindingLine.Version(entry)} | {Markdown.Text(entry.Class)} | {RollbackText.Short(entry.Reversibility)} | {findings.Count(f => f.Accepted is null)} | {findings.Count(f => f.Accepted is not null)} |\n");
        }
    }
}
