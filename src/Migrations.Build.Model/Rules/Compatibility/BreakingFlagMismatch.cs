using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Compatibility;

/// <summary>A migration's attribute says that it breaks running applications, or does not, and its steps say otherwise. It judges what the other rules found.</summary>
public static class BreakingFlagMismatch
{
    // The hazards of CO01 to CO03, CO05 (which MIG0301 speaks for), CO07 to CO09 and DL01 to DL03, whichever rule speaks for them in the end.
    private static readonly string[] Breaking =
        ["MIG0201", "MIG0202", "MIG0203", "MIG0208", "MIG0212", "MIG0301", "MIG0501", "MIG0502", "MIG0503", "MIG0505", "MIG0507", "MIG0508", "MIG0509"];

    /// <summary>The rule: the class, and the first breaking rule; without one, the flag is there for nothing.</summary>
    public static Rule Rule { get; } = new("MIG0513", nameof(BreakingFlagMismatch))
    {
        Title = "The attribute and the steps disagree on whether it breaks",
        Message = "Migration '{0}' {?1breaks applications of the release before, by rule {1}, and its attribute does not say so. "
            + "So 'migrations apply' would run it without a question. "
            + "Say 'BreakingChange = true' in the [Migration] attribute.}"
            + "{!1says 'BreakingChange = true', and none of its steps breaks an application of the release before. "
            + "So 'migrations apply' asks for '--allow-breaking' without need, and soon nobody reads the question. "
            + "Leave the flag out.}",
        Severity = Severity.Warning,
    };

    /// <summary>The findings, from what all rules found of a migration's Up before one of them stood back for another.</summary>
    internal static IEnumerable<Finding> Of(IEnumerable<Migration> migrations, Func<Migration, bool> isRead, IEnumerable<Finding> found)
    {
        var breaking = found.Where(f => Breaking.Contains(f.Rule, StringComparer.Ordinal)).ToLookup(f => (f.Version, f.Class));
        foreach (var migration in migrations)
        {
            var first = breaking[(migration.Version, migration.Class)].Select(f => f.Rule).OrderBy(r => r, StringComparer.Ordinal).FirstOrDefault();
            if (migration.BreakingChange ? first is null && isRead(migration) && !IsOpaque(migration) : first is not null)
            {
                yield return new(Rule.Id, Items.Of(migration.Class, migration.BreakingChange ? "" : first!)) { Version = migration.Version, Class = migration.Class, Place = migration.Place };
            }
        }
    }

    // What cannot be read may break all the same.
    private static bool IsOpaque(Migration migration) => migration.Scripts.Any(s => s.Up.Any(step => step.Operation is CodeStep or Opaque or RawSql));
}
