using System.Globalization;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>Two migrations have one version.</summary>
public static class DuplicateVersion
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG1101", nameof(DuplicateVersion))
    {
        Title = "Two migrations have the same version",
        Message = "Migrations '{0}' and '{1}' have the same version '{2}'. "
            + "A database remembers versions, so only one of the two would ever run there. "
            + "Give the newer one a version of its own.",
        Severity = Severity.Error,
        CheckHistory = Check,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) =>
        from same in pass.Outline.Versioned.GroupBy(m => m.Version)
        from second in same.Skip(1)
        select new Finding(Rule.Id, Items.Of(same.First().Class, second.Class, second.Version.ToString(CultureInfo.InvariantCulture)))
        {
            Version = second.Version,
            Class = second.Class,
            Place = second.Place,
        };
}
