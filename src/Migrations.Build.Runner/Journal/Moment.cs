using System.Globalization;

namespace Migrations.Build.Runner.Journal;

/// <summary>Points in time as the tables of the history hold them.</summary>
internal static class Moment
{
    /// <summary>The text for our own tables: UTC, ISO 8601, with milliseconds.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The text for <c>VersionInfo</c>, as FluentMigrator's own runner writes it.</summary>
    public static string WriteVersion(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The time that a column holds; null where it holds none.</summary>
    public static DateTimeOffset? Read(object value) => value switch
    {
        DateTime time => new(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => null,
    };
}
