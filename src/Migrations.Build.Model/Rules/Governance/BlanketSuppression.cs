using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>An acceptance names no rule, or all of them.</summary>
public static class BlanketSuppression
{
    /// <summary>The rule: the class, and what it accepts.</summary>
    public static Rule Rule { get; } = new("MIG1206", nameof(BlanketSuppression))
    {
        Title = "An acceptance does not name one rule",
        Message = "Migration '{0}' accepts {?1'{1}', which is the id of no rule}{!1nothing in particular}. "
            + "An acceptance is for one rule and one reason, so this one silences nothing. "
            + "Name the rule that is meant, such as 'MIG0202', once for each.",
        Severity = Severity.Warning,
        CheckHistory = Check,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) =>
        from migration in pass.Unreleased
        from acceptance in migration.Acceptances
        where RuleBook.Find(acceptance.Rule) is null
        select new Finding(Rule.Id, Items.Of(migration.Class, acceptance.Rule.Trim())) { Version = migration.Version, Class = migration.Class, Place = migration.Place };
}
