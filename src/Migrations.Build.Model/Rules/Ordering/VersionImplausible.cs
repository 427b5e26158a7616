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
        var forms = pass.Outline.Versioned.Select(m => (Migration: m, Form: Form.Of(m.Version))).ToList();
        var dates = Dates.In(forms.Select(f => f.Form));
        return from version in forms
               where pass.IsUnreleased(version.Migration)
               let problem = Problem(version.Form, dates, pass.Today)
               where problem is not null
               select new Finding(Rule.Id, Items.Of(version.Migration.Class, version.Migration.Version.ToString(CultureInfo.InvariantCulture), problem))
               {
                   Version = version.Migration.Version,
                   Class = version.Migration.Class,
                   Place = version.Migration.Place,
               };
    }

    // Only where the others are dates is a form to be kept: plain numbers grow longer by themselves.
    private static string? Problem(Form form, Dates dates, DateTime today)
    {
        if (form.Day is not { } day)
        {
            return OtherLength(form, dates) ?? (dates.Prevail(form.Length, form) ? "is no date, and the others are" : null);
        }

        // The author's day may have begun while it is still yesterday in UTC. Without a day, as in some editors, nothing lies in the future.
        return today != DateTime.MinValue && day > today.Date.AddDays(1) ? "lies in the future" : OtherLength(form, dates);
    }

    private static string? OtherLength(Form form, Dates dates) =>
        dates.Usual(form) is { } usual && usual != form.Length && dates.Prevail(usual, form)
            ? string.Format(CultureInfo.InvariantCulture, "has {0} digits, and the others have {1}", form.Length, usual)
            : null;

    // How many digits a version has, and the day that it says.
    private readonly record struct Form(int Length, DateTime? Day)
    {
        // Ten thousand versions are looked at after each keystroke: no text is made of them.
        public static Form Of(long version)
        {
            var length = Digits(version);
            var (day, time) = length switch
            {
                8 => (version, 0),
                12 => (version / 10_000, version % 10_000 * 100),
                14 => (version / 1_000_000, version % 1_000_000),
                _ => (0L, 0L),
            };
            var (year, month, date) = ((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
            var isDate = year is > 1999 and < 2200 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month)
                && time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 < 60;
            return new(length, isDate ? new DateTime(year, month, date) : null);
        }

        private static int Digits(long version)
        {
            var digits = version < 0 ? 2 : 1;
            for (var rest = Math.Abs(version / 10); rest > 0; rest /= 10)
            {
                digits++;
            }

            return digits;
        }
    }

    // How many versions there are, and how many dates among them, by their number of digits. A version is compared with the others only.
    private sealed record Dates(int All, Dictionary<int, int> ByLength)
    {
        public static Dates In(IEnumerable<Form> forms)
        {
            var (all, counts) = (0, new Dictionary<int, int>());
            foreach (var form in forms)
            {
                all++;
                if (form.Day is not null)
                {
                    counts[form.Length] = counts.TryGetValue(form.Length, out var known) ? known + 1 : 1;
                }
            }

            return new(all, counts);
        }

        public int? Usual(Form form) => ByLength.Count switch
        {
            0 => null,
            1 => ByLength.Keys.First(),
            _ => ByLength.Keys.OrderByDescending(length => Others(length, form)).ThenBy(length => length).First(),
        };

        public bool Prevail(int length, Form form) => Others(length, form) is var others && others >= Enough && others * 3 >= (All - 1) * 2;

        private int Others(int length, Form form) =>
            (ByLength.TryGetValue(length, out var count) ? count : 0) - (form.Length == length && form.Day is not null ? 1 : 0);
    }
}
