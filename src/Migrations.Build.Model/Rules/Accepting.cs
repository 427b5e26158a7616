using System.Globalization;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules;

/// <summary>Marks the findings that an <c>[Accept]</c> on their migration silences.</summary>
public static class Accepting
{
    /// <summary>The findings, each with the acceptance that silences it; past its last day an acceptance silences nothing.</summary>
    public static Items<Finding> Mark(IEnumerable<Finding> findings, IEnumerable<Migration> migrations, DateTime today)
    {
        var accepting = migrations.Where(m => m.Acceptances.Count > 0).ToLookup(m => m.Class, StringComparer.Ordinal);
        return findings.Select(f => f with { Accepted = For(f, accepting, today) }).ToItems();
    }

    /// <summary>Whether an acceptance is in force on a day; a date that cannot be read is none.</summary>
    public static bool IsInForce(Acceptance acceptance, DateTime today) =>
        acceptance.Until is null
        || (DateTime.TryParseExact(acceptance.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && today.Date <= until);

    private static Acceptance? For(Finding finding, ILookup<string, Migration> migrations, DateTime today) => finding.Class is null
        ? null
        : migrations[finding.Class]
            .Where(m => m.Version == finding.Version)
            .SelectMany(m => m.Acceptances)
            .FirstOrDefault(a => string.Equals(a.Rule, finding.Rule, StringComparison.OrdinalIgnoreCase) && IsInForce(a, today));
}
