using System.Globalization;

namespace Migrations.Build.Builder.Building;

/// <summary>The day that acceptances are judged by: the build's own in UTC, or that of a reproducible build.</summary>
internal static class Today
{
    /// <summary>The day, given the value of <c>SOURCE_DATE_EPOCH</c> and the time.</summary>
    public static DateTime Of(string? sourceDateEpoch, TimeProvider time) =>
        long.TryParse(sourceDateEpoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.Date
            : time.GetUtcNow().UtcDateTime.Date;
}
