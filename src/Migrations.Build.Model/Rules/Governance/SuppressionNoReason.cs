using System.Globalization;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>A risk is accepted without a reason, or past the day until which it was.</summary>
public static class SuppressionNoReason
{
    /// <summary>The rule: the class, the accepted rule, and what is wrong with the acceptance.</summary>
    public static Rule Rule { get; } = new("MIG1204", nameof(SuppressionNoReason))
    {
        Title = "A risk is accepted without a reason, or for too long",
        Message = "Migration '{0}' accepts rule '{1}' {2}. "
            + "A risk that nobody can explain, or that was taken for a while only, is not taken knowingly. "
            + "Say why in '[Accept(\"{1}\", \"why\")]', with a day that is still to come where it ends.",
        Severity = Severity.Warning,
        CheckHistory = Check,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) =>
        from migration in pass.Unreleased
        from acceptance in migration.Acceptances
        let problem = Problem(acceptance, pass.Today)
        where problem is not null
        select new Finding(Rule.Id, Items.Of(migration.Class, acceptance.Rule, problem)) { Version = migration.Version, Class = migration.Class, Place = migration.Place };

    private static string? Problem(Acceptance acceptance, DateTime today) =>
        string.IsNullOrWhiteSpace(acceptance.Reason) ? "without a reason"
        : Accepting.IsInForce(acceptance, today) ? null
        : DateTime.TryParseExact(acceptance.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? $"until '{acceptance.Until}', and that day is past"
        : $"until '{acceptance.Until}', which is no day in the form 'yyyy-MM-dd'";
}
