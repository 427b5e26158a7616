using System.Globalization;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Values as SQL, the nasty ones too.</summary>
internal static class Values
{
    private static readonly string[] Whole = ["0", "1", "-1", "2", "3", "7", "42", "9007199254740993", "-9223372036854775808", "9223372036854775807"];
    private static readonly string[] Real = ["0.5", "-0.0", "0.1", "1e300", "3.0", "123456789.123456"];
    private static readonly string[] Text = ["''", "'a'", "'A'", "'b '", "'é'", "'É'", "'007'", "'1.0'", "'it''s'", "'\"q\"'", "'NULL'", "'x; y'", "'-- no'", "'12'", "'0x1F'", "'2024-01-31'", "'{0}'"];
    private static readonly string[] Bytes = ["x''", "x'00FF'", "x'61'"];

    public static string Any(Luck luck, string type, bool strict)
    {
        var upper = type.ToUpperInvariant();
        return luck.One(7) ? "NULL"
            : upper.Contains("INT", StringComparison.Ordinal) || upper is "BOOLEAN" ? Number(luck)
            : upper.Contains("CHAR", StringComparison.Ordinal) || upper.Contains("TEXT", StringComparison.Ordinal) || upper.Contains("DATE", StringComparison.Ordinal) ? Words(luck)
            : upper.Contains("REAL", StringComparison.Ordinal) || upper.Contains("DEC", StringComparison.Ordinal) || upper.Contains("DOUB", StringComparison.Ordinal) ? Fraction(luck)
            : upper.Contains("BLOB", StringComparison.Ordinal) && (strict || luck.One(2)) ? luck.Any(Bytes)
            : luck.Below(4) switch { 0 => Number(luck), 1 => Words(luck), 2 => Fraction(luck), _ => luck.Any(Bytes) };
    }

    private static string Number(Luck luck) => luck.One(2) ? luck.Below(100).ToString(CultureInfo.InvariantCulture) : luck.Any(Whole);

    private static string Fraction(Luck luck) => luck.One(6, Feature.Infinities) ? luck.Any(["9e999", "-9e999"]) : luck.Any(Real);

    private static string Words(Luck luck) =>
        luck.One(12, Feature.LineEnds) ? luck.Any(["'a' || char(13, 10) || 'b'", "'a' || char(10)", "char(13)"])
        : luck.One(25, Feature.LongValues) ? "replace(hex(zeroblob(3000)), '00', 'lang')"
        : luck.One(2) ? $"'w{luck.Below(60)}'"
        : luck.Any(Text);
}
