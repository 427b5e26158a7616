using System.Globalization;
using System.Numerics;
using FluentMigrator;

namespace Migrations.Build.Builder.Rendering.Literals;

/// <summary>The constants that FluentMigrator's quoters pass through <c>ToString</c> or alter, written right; null for all others.</summary>
internal static class Literal
{
    public static string? Correct(object? value) => value switch
    {
        RawSql raw => raw.Value,
        DateOnly date => "'" + TimeText.Of(date) + "'",
        long or ulong or BigInteger => ((IFormattable)value).ToString("D", CultureInfo.InvariantCulture),
        double number when !double.IsFinite(number) => throw NotFinite(),
        float number when !float.IsFinite(number) => throw NotFinite(),
        _ => null,
    };

    private static NotSupportedException NotFinite() => new("a number that is infinite or not a number has no literal");
}
