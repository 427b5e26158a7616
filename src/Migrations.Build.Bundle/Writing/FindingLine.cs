using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Words findings for the plan.</summary>
internal static class FindingLine
{
    public static string Of(Finding finding)
    {
        var severity = finding.Severity ?? RuleBook.Find(finding.Rule)?.Severity ?? Severity.Info;
        var accepted = finding.Accepted is { } risk ? $" Accepted{Until(risk)}: {risk.Reason}" : "";
        return $"**{finding.Rule}** {severity.ToString().ToLowerInvariant()}: {Markdown.Text(FindingText.Of(finding) + accepted)}";
    }

    /// <summary>A risk that was taken, where nothing is found any more, as in a released migration.</summary>
    public static string Of(Acceptance acceptance) => $"**{Markdown.Text(acceptance.Rule)}** {Markdown.Text($"accepted{Until(acceptance)}: {acceptance.Reason}")}";

    /// <summary>
    /// The findings about a migration. Whether an acceptance is past its last day depends on today, and a bundle's bytes
    /// must not: the plan shows every acceptance with its last day.
    /// </summary>
    public static IEnumerable<Finding> About(BundleSource source, MigrationEntry entry) =>
        source.Findings
            .Where(f => f.Version == entry.Version && string.Equals(f.Class, entry.Class, StringComparison.Ordinal))
            .Select(f => f with { Accepted = entry.Acceptances.FirstOrDefault(a => string.Equals(a.Rule, f.Rule, StringComparison.OrdinalIgnoreCase)) });

    public static string Version(MigrationEntry entry) => entry.Kind switch
    {
        MigrationKind.Versioned => entry.Version.ToString(CultureInfo.InvariantCulture),
        MigrationKind.Profile => $"profile {Markdown.Text(entry.Occasion ?? "")}",
        _ => $"maintenance {Markdown.Text(entry.Occasion ?? "")}",
    };

    private static string Until(Acceptance acceptance) => acceptance.Until is null ? "" : $" until {acceptance.Until}";
}
