using Migrations.Build.Model.Operations;

namespace Migrations.Build.Verification.Rows;

/// <summary>Makes numbers: all different where they must be, the least and the greatest of their type among them where they need not.</summary>
internal static class Numbers
{
    /// <summary>The first key of made-up rows, far from what migrations insert.</summary>
    public const long FirstKey = 1_000_001;

    /// <summary>The whole number <paramref name="n"/> of a kind.</summary>
    public static long Whole(TypeKind kind, long n, bool distinct, bool tame)
    {
        var (least, greatest) = Range(kind);
        return distinct ? Distinct(n, greatest)
            : tame ? n % Math.Min(greatest, 100)
            : (n % 6) switch { 1 => greatest, 4 when least < 0 => least, _ => n % Math.Min(greatest, 1000) };
    }

    /// <summary>The fractional number <paramref name="n"/>: no more digits than fit, and none that a floating number would lose.</summary>
    public static object Fraction(Shape shape, long n, bool distinct, bool tame)
    {
        var digits = Math.Clamp(shape.Digits ?? (shape.Kind is TypeKind.Decimal or TypeKind.VarNumeric ? 0 : 2), 0, 4);
        var total = Math.Clamp(shape.Size ?? 18, 1, 15);
        var unit = Math.Pow(10, digits);
        var greatest = Math.Pow(10, total) - 1;
        var number = distinct && (FirstKey + n) * unit <= greatest ? FirstKey + n : n;
        var units = !tame && n % 6 == 1 ? greatest - (n / 6) : (number * unit) + (n * 25 % unit);
        return digits == 0 ? (long)Math.Min(units, greatest) : Math.Min(units, greatest) / unit;
    }

    private static long Distinct(long n, long greatest) => greatest > FirstKey * 2 ? FirstKey + n : (greatest / 2) + 1 + n <= greatest ? (greatest / 2) + 1 + n : n % (greatest + 1);

    private static (long Least, long Greatest) Range(TypeKind kind) => kind switch
    {
        TypeKind.Byte => (0, byte.MaxValue),
        TypeKind.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeKind.Int16 => (short.MinValue, short.MaxValue),
        TypeKind.UInt16 => (0, ushort.MaxValue),
        TypeKind.Int32 => (int.MinValue, int.MaxValue),
        TypeKind.UInt32 => (0, uint.MaxValue),
        // A sum or a product of the greatest would overflow, which is true of no real table.
        _ => (-9_007_199_254_740_991, 9_007_199_254_740_991),
    };
}
