using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A class that looks like a migration never runs. Whoever reads the project sees the class and says so on the history.</summary>
public static class Unreachable
{
    /// <summary>The rule: the class, and why it never runs.</summary>
    public static Rule Rule { get; } = new("MIG1110", nameof(Unreachable))
    {
        Title = "A class that looks like a migration never runs",
        Message = "Class '{0}' looks like a migration and never runs: {1}. "
            + "FluentMigrator passes over it in silence, so the release succeeds and the change is not there. "
            + "Make it a public class with a [Migration] attribute, or remove it.",
        Severity = Severity.Warning,
        CheckHistory = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) => pass.Outline.PassedOver.Select(p => new Finding(Rule.Id, Items.Of(p.Class, p.Why))
    {
        Version = p.Version,
        Class = p.Class,
        Place = p.Place,
    });
}
