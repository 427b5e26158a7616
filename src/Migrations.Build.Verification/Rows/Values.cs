using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Verification.Rows;

/// <summary>Makes the values of a column: the same ones each time, all different where the type has room for it.</summary>
internal static class Values
{
    private static readonly DateTime Epoch = new(2020, 2, 29, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The value number <paramref name="n"/> of a column in the form in which SQLite stores it; a tame one is small and plain.</summary>
    public static object Make(string table, string column, Shape shape, long n, bool distinct, bool tame) => shape.Kind switch
    {
        _ when shape.Json => FormattableString.Invariant($"{{\"n\":{n}}}"),
        TypeKind.Boolean => n % 2,
        TypeKind.Byte or TypeKind.SByte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt16 or TypeKind.UInt32 or TypeKind.UInt64 => Numbers.Whole(shape.Kind, n, distinct, tame),
        TypeKind.Decimal or TypeKind.Currency or TypeKind.VarNumeric => Numbers.Fraction(shape, n, distinct, tame),
        TypeKind.Double or TypeKind.Single => (distinct ? Numbers.FirstKey : 0) + n + 0.5,
        TypeKind.Date => Day(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TypeKind.DateTime or TypeKind.DateTime2 => Moment(n).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TypeKind.DateTimeOffset => Moment(n).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00",
        TypeKind.Time => TimeSpan.FromSeconds(n % 86_400).ToString("c", CultureInfo.InvariantCulture),
        TypeKind.Guid => new Guid(Hash(table, column, n).AsSpan(0, 16)).ToString("D").ToUpperInvariant(),
        TypeKind.Binary => Bytes(Hash(table, column, n), shape.Size, n, tame),
        TypeKind.Xml => FormattableString.Invariant($"<v n=\"{n}\"/>"),
        TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength => Texts.Fixed(n, Texts.Room(shape.Size ?? 10)),
        _ => Texts.Make(n, shape.Size, shape.Kind != TypeKind.AnsiString, tame, column),
    };

    // An application may have counted up to the largest number there is; days end before that.
    private static DateTime Day(long n) => Epoch.AddDays(n % 2_900_000);

    private static DateTime Moment(long n) => Day(n).AddSeconds(n % 86_400 * 61 % 86_400);

    private static byte[] Hash(string table, string column, long n) => SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{table}\0{column}\0{n}")));

    private static byte[] Bytes(byte[] hash, int? size, long n, bool tame)
    {
        var room = Texts.Room(size);
        var bytes = new byte[!tame && n % 5 == 1 ? room : Math.Min(room, 16)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = hash[i % hash.Length];
        }

        return bytes;
    }
}
