using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules;

/// <summary>Brings the findings of several databases together and in order.</summary>
internal static class Merging
{
    /// <summary>One finding for what is found alike on several databases, with the gravest severity; no databases are named where it holds for all.</summary>
    public static IEnumerable<Finding> Merge(IEnumerable<Finding> findings, Items<DatabaseTarget> targets) => findings
        .GroupBy(f => f with { Databases = Items<DatabaseKind>.Empty, Severity = null })
        .Select(group => group.Key with { Databases = Named(group, targets), Severity = Gravest(group) });

    /// <summary>By version, then by place, then by rule.</summary>
    public static IEnumerable<Finding> Sort(IEnumerable<Finding> findings) => findings
        .OrderBy(f => f.Version)
        .ThenBy(f => f.Class ?? "", StringComparer.Ordinal)
        .ThenBy(f => f.Place?.File ?? "", StringComparer.Ordinal)
        .ThenBy(f => f.Place?.Line ?? 0)
        .ThenBy(f => f.Place?.Column ?? 0)
        .ThenBy(f => f.Rule, StringComparer.Ordinal)
        .ThenBy(f => string.Join("\n", f.Values), StringComparer.Ordinal);

    private static Items<DatabaseKind> Named(IEnumerable<Finding> alike, Items<DatabaseTarget> targets)
    {
        var named = alike.SelectMany(f => f.Databases).Distinct().OrderBy(d => d).ToItems();
        return targets.All(t => named.Contains(t.Kind)) ? Items<DatabaseKind>.Empty : named;
    }

    private static Severity? Gravest(IEnumerable<Finding> alike)
    {
        var rule = RuleBook.Find(alike.First().Rule)!;
        var gravest = alike.Max(f => f.Severity ?? rule.Severity);
        return gravest == rule.Severity ? null : gravest;
    }
}
