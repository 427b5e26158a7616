using System.Globalization;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Ordering;

/// <summary>A version is not in the form of the others, is no date, or lies in the future.</summary>
public static class VersionImplausible
{
    private const int Enough = 3;

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
        var dates = Dates.In(pass.Outline.Versioned.Select(m => m.Version));
        return from migration in pass.Unreleased
               let problem = Problem(migration.Version, dates, pass.Today)
               where problem is not null
               select new Finding(Rule.Id, Items.Of(migration.Class, Text(migration.Version), problem))
               {
                   Version = migration.Version,
                   Class = migration.Class,
                   Place = migration.Place,
               };
    }

    // Only where the others are dates is a form to be kept: plain numbers grow longer by themselves.
    private static string? Problem(long version, Dates dates, DateTime today)
    {
        if (Date(version) is not { } day)
        {
            return OtherLength(version, dates) ?? (dates.Prevail(Length(version), version) ? "is no date, and the others are" : null);
        }

        // The author's day may have begun while it is still yesterday in UTC. Without a day, as in some editors, nothing lies in the future.
        return today != DateTime.MinValue && day.Date > today.Date.AddDays(1) ? "lies in the future" : OtherLength(version, dates);
    }

    private static string? OtherLength(long version, Dates dates) =>
        dates.Usual(version) is { } usual && usual != Length(version) && dates.Prevail(usual, version)
            ? string.Format(CultureInfo.InvariantCulture, "has {0} digits, and the others have {1}", Length(version), usual)
            : null;

    // Ten thousand versions are looked at after each keystroke: no text is made of them.
    private static DateTime? Date(long version)
    {
        var (day, time) = Length(version) switch
        {
            8 => (version, 0),
            12 => (version / 10_000, version % 10_000 * 100),
            14 => (version / 1_000_000, version % 1_000_000),
            _ => (0L, 0L),
        };
        var (year, month, date) = ((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
        return year is > 1999 and < 2200 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month)
            && time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 < 60
                ? new DateTime(year, month, date)
                : null;
    }

    private static int Length(long version)
    {
        var digits = version < 0 ? 2 : 1;
        for (var rest = Math.Abs(version / 10); rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    // How many versions there are, and how many dates among them, by their number of digits. A version is compared with the others only.
    private sealed record Dates(int All, Dictionary<int, int> ByLength)
    {
        public static Dates In(IEnumerable<long> versions)
        {
            var (all, counts) = (0, new Dictionary<int, int>());
            foreach (var version in versions)
            {
                all++;
                if (Date(version) is not null)
                {
                    var length = Length(version);
                    counts[length] = counts.TryGetValue(length, out var known) ? known + 1 : 1;
                }
            }

            return new(all, counts);
        }

        public int? Usual(long version) =>
            ByLength.Keys.OrderByDescending(length => Others(length, version)).ThenBy(length => length).Cast<int?>().FirstOrDefault();

        public bool Prevail(int length, long version) => Others(length, version) is var others && others >= Enough && others * 3 >= (All - 1) * 2;

        private int Others(int length, long version) =>
            (ByLength.TryGetValue(length, out var count) ? count : 0) - (Length(version) == length && Date(version) is not null ? 1 : 0);
    }
}
