using System.Globalization;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A version is not in the form of the others, is no date, or lies in the future.</summary>
public static class VersionImplausible
{
    private const int Enough = 3;
    private static readonly string[] Forms = ["yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    /// <summary>The rule: the class, the version, and what is wrong with it.</summary>
    public static Rule Rule { get; } = new("MIG1107", nameof(VersionImplausible))
    {
        Title = "A version is not what the others are",
        Message = "Version '{1}' of migration '{0}' {2}. "
            + "Versions are the order in which migrations run, so it runs at another place than where its author meant it. "
            + "Give it a version in the form of the others, of the day on which it was written.",
        Severity = Severity.Warning,
        CheckHistory = Check,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass)
    {
        var all = pass.Outline.Versioned.Select(m => m.Version).ToArray();
        return from migration in pass.Unreleased
               let problem = Problem(migration.Version, all, pass.Today)
               where problem is not null
               select new Finding(Rule.Id, Items.Of(migration.Class, Text(migration.Version), problem))
               {
                   Version = migration.Version,
                   Class = migration.Class,
                   Place = migration.Place,
               };
    }

    // Only where the others are dates is a form to be kept: plain numbers grow longer by themselves.
    private static string? Problem(long version, long[] all, DateTime today)
    {
        var date = Date(version);
        if (date is { } day)
        {
            // The author's day may have begun while it is still yesterday in UTC.
            return day.Date > today.Date.AddDays(1) ? "lies in the future" : OtherLength(version, all);
        }

        return OtherLength(version, all) ?? (AreDates(version, all) ? "is no date, and the others are" : null);
    }

    private static string? OtherLength(long version, long[] all)
    {
        var others = all.Where(v => v != version).Where(v => Date(v) is not null).GroupBy(v => Text(v).Length).OrderByDescending(g => g.Count()).FirstOrDefault();
        var length = Text(version).Length;
        return others is null || others.Count() < Enough || others.Count() * 3 < (all.Length - 1) * 2 || others.Key == length ? null
            : string.Format(CultureInfo.InvariantCulture, "has {0} digits, and the others have {1}", length, others.Key);
    }

    private static bool AreDates(long version, long[] all) =>
        all.Count(v => v != version && Date(v) is not null && Text(v).Length == Text(version).Length) is var dates && dates >= Enough && dates * 3 >= (all.Length - 1) * 2;

    private static DateTime? Date(long version)
    {
        var text = Text(version);
        var form = Array.Find(Forms, f => f.Length == text.Length);
        return form is not null && DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1999 and < 2200 ? date : null;
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
