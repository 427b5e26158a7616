using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Databases;

/// <summary>What numbers a type holds: from, to, digits behind the point, digits in all.</summary>
internal sealed record Numeric(double From, double To, int Scale, int Digits)
{
    private const int Floating = 400;

    /// <summary>The numbers that a type holds; null when it is no numeric type.</summary>
    public static Numeric? Of(ColumnType type) => type.Kind switch
    {
        TypeKind.Boolean => new(0, 1, 0, 1),
        TypeKind.SByte => new(sbyte.MinValue, sbyte.MaxValue, 0, 3),
        TypeKind.Byte => new(byte.MinValue, byte.MaxValue, 0, 3),
        TypeKind.Int16 => new(short.MinValue, short.MaxValue, 0, 5),
        TypeKind.UInt16 => new(ushort.MinValue, ushort.MaxValue, 0, 5),
        TypeKind.Int32 => new(int.MinValue, int.MaxValue, 0, 10),
        TypeKind.UInt32 => new(uint.MinValue, uint.MaxValue, 0, 10),
        TypeKind.Int64 => new(long.MinValue, long.MaxValue, 0, 19),
        TypeKind.UInt64 => new(ulong.MinValue, ulong.MaxValue, 0, 20),
        TypeKind.Currency => Exact(19, 4),
        TypeKind.Decimal or TypeKind.VarNumeric => Exact(type.Size ?? 19, type.Precision ?? (type.Size is null ? 5 : 0)),
        TypeKind.Single => new(float.MinValue, float.MaxValue, Floating, 7),
        TypeKind.Double => new(double.MinValue, double.MaxValue, Floating, 15),
        _ => null,
    };

    /// <summary>How many characters the longest of the numbers takes.</summary>
    public int Width => Scale == Floating ? 24 : Digits + 2;

    /// <summary>What is lost of numbers in a narrower type; null when nothing is.</summary>
    public string? LossIn(Numeric narrower) =>
        narrower.From > From || narrower.To < To ? "numbers out of its range do not fit"
        : narrower.Scale < Scale ? "digits behind the point are lost"
        : narrower.Scale == Floating && narrower.Digits < Digits ? "the last digits of long numbers are lost"
        : null;

    private static Numeric Exact(int digits, int scale)
    {
        var to = Math.Pow(10, digits - scale);
        return new(-to, to, scale, digits);
    }
}
