using System.Globalization;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>Texts of times that keep what FluentMigrator 8.0.1 cuts off: fractions of a second. Trailing zeros are left out.</summary>
internal static class TimeText
{
    public static string Of(DateTime value, int digits = 7) =>
        value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Fraction(value.Ticks, digits);

    public static string Of(DateTimeOffset value) =>
        Of(value.DateTime) + value.ToString("zzz", CultureInfo.InvariantCulture);

    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The duration with all hours, as MySQL wants it: <c>-26:03:04.5</c>.</summary>
    public static string InHours(TimeSpan value, int digits)
    {
        var absolute = value.Duration();
        var hours = (absolute.Days * 24) + absolute.Hours;
        return string.Create(CultureInfo.InvariantCulture, $"{(value < TimeSpan.Zero ? "-" : "")}{hours:00}:{absolute.Minutes:00}:{absolute.Seconds:00}")
            + Fraction(absolute.Ticks, digits);
    }

    /// <summary>How many digits behind the second the value needs.</summary>
    public static int Digits(DateTime value) => Math.Max(0, Fraction(value.Ticks, 7).Length - 1);

    private static string Fraction(long ticks, int digits)
    {
        var text = (ticks % TimeSpan.TicksPerSecond).ToString("0000000", CultureInfo.InvariantCulture)[..digits].TrimEnd('0');
        return text.Length == 0 ? "" : "." + text;
    }
}
