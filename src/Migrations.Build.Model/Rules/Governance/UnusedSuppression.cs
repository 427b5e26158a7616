using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>An acceptance silences nothing. It judges what the other rules found.</summary>
public static class UnusedSuppression
{
    /// <summary>The rule: the class, and the accepted rule.</summary>
    public static Rule Rule { get; } = new("MIG1205", nameof(UnusedSuppression))
    {
        Title = "An acceptance silences nothing",
        Message = "Migration '{0}' accepts rule '{1}', which finds nothing on it. "
            + "The acceptance would silence the next finding, which nobody has looked at yet. "
            + "Remove it.",
        Severity = Severity.Warning,
    };

    /// <summary>The acceptances that silence nothing, given all findings with what silences each.</summary>
    internal static IEnumerable<Finding> Of(IEnumerable<Migration> migrations, Items<Finding> marked, DateTime today)
    {
        var used = new HashSet<(long, string?, Acceptance?)>(marked.Select(f => (f.Version, f.Class, f.Accepted)));
        return from migration in migrations
               from acceptance in migration.Acceptances
               where Accepting.IsInForce(acceptance, today) && IsCertain(acceptance.Rule) && !used.Contains((migration.Version, migration.Class, acceptance))
               select new Finding(Rule.Id, Items.Of(migration.Class, acceptance.Rule)) { Version = migration.Version, Class = migration.Class, Place = migration.Place };
    }

    // What the toolchain reports itself comes later, or elsewhere.
    private static bool IsCertain(string id) => RuleBook.Find(id) is { IsNeverCertain: false } rule
        && (rule.Check is not null || rule.CheckHistory is not null || rule.Id == Compatibility.BreakingFlagMismatch.Rule.Id);
}
