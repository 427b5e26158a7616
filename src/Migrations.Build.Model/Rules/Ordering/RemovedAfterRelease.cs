using System.Globalization;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A released migration is not in the project any more.</summary>
public static class RemovedAfterRelease
{
    /// <summary>The rule: the class, its version, the release it shipped in, and what became of the class where it is still there.</summary>
    public static Rule Rule { get; } = new("MIG1104", nameof(RemovedAfterRelease))
    {
        Title = "A released migration is gone",
        Message = "Migration '{0}' of version '{1}' shipped in release '{2}' and is gone{?3: a class of that name {3}}. "
            + "Databases that ran it hold what nothing in the project makes or undoes any more, and new databases never get it. "
            + "Bring it back as it was.",
        Severity = Severity.Error,
        CheckHistory = Check,
        JudgesReleased = true,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass)
    {
        var versions = new HashSet<long>(pass.Outline.Versioned.Select(m => m.Version));
        var unreleased = pass.Outline.Migrations.Where(m => pass.Releases?.Find(m.Version) is null).ToLookup(m => m.Class, StringComparer.Ordinal);
        return from released in pass.Releases?.Migrations ?? Items<Releases.ReleasedMigration>.Empty
               where !versions.Contains(released.Version)
               let now = unreleased[released.Name].FirstOrDefault()
               select new Finding(Rule.Id, Items.Of(released.Name, Number(released.Version), released.Release, now is null ? "" : Fate(now)))
               {
                   Version = released.Version,
                   Class = now?.Class ?? released.Name,
                   Place = now?.Place,
               };
    }

    private static string Fate(Migration now) => now.Kind == MigrationKind.Versioned ? "has version '" + Number(now.Version) + "' now" : "is no versioned migration any more";

    private static string Number(long version) => version.ToString(CultureInfo.InvariantCulture);
}
