using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>A column's type as a foreign key sees it: its family, and what else tells it from another of the family.</summary>
internal sealed record KeyType(KeyType.Kin Family, string Detail)
{
    private static readonly Regex Sizes = new(@"^\s*([a-z0-9 ]+?)\s*(\(\s*([\d\s,]+)\))?\s*(unsigned)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Families of types whose values can be compared with one another.</summary>
    public enum Kin
    {
        /// <summary>Not known.</summary>
        Unknown,

        /// <summary>Whole numbers.</summary>
        Whole,

        /// <summary>Decimal and floating numbers.</summary>
        Number,

        /// <summary>Texts.</summary>
        Text,

        /// <summary>GUIDs.</summary>
        Guid,

        /// <summary>Dates and times.</summary>
        Moment,

        /// <summary>Bytes.</summary>
        Bytes,
    }

    /// <summary>Why two columns do not go together, and whether the server refuses the foreign key; null when they do, or when it is not known.</summary>
    public static (string Why, bool Fails)? Mismatch(ColumnType from, ColumnType to, Dialect dialect)
    {
        var (a, b) = (Of(from, dialect), Of(to, dialect));
        if (a.Family == Kin.Unknown || b.Family == Kin.Unknown || a == b)
        {
            return null;
        }

        var kind = dialect.Kind;
        var mySql = kind is DatabaseKind.MySql or DatabaseKind.MariaDb;
        if (a.Family != b.Family)
        {
            return Are(a, b, Kin.Guid, Kin.Text) && (mySql || kind == DatabaseKind.Sqlite) ? null
                : Are(a, b, Kin.Whole, Kin.Number) && kind is DatabaseKind.Postgres or DatabaseKind.Sqlite ? null
                : ("values of the one are none of the other", kind != DatabaseKind.Sqlite);
        }

        return kind switch
        {
            DatabaseKind.SqlServer => ("that server wants the same type and length on both sides", true),
            DatabaseKind.MySql or DatabaseKind.MariaDb when a.Family is Kin.Whole or Kin.Number => ("that server wants the same size and sign on both sides", true),
            DatabaseKind.Postgres when a.Family == Kin.Whole => ("the one holds numbers that the other does not", false),
            _ => null,
        };
    }

    private static bool Are(KeyType a, KeyType b, Kin x, Kin y) => (a.Family == x && b.Family == y) || (a.Family == y && b.Family == x);

    private static KeyType Of(ColumnType type, Dialect dialect) => type.Kind switch
    {
        TypeKind.Custom => Custom(type.Custom ?? "", dialect),
        TypeKind.SByte or TypeKind.Byte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt16 or TypeKind.UInt32 or TypeKind.UInt64 => new(Kin.Whole, type.Kind.ToString()),
        TypeKind.Decimal or TypeKind.VarNumeric or TypeKind.Currency or TypeKind.Single or TypeKind.Double => new(Kin.Number, Rest(type.Kind.ToString(), type.Size, type.Precision)),
        TypeKind.String or TypeKind.AnsiString or TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength => new(Kin.Text, Rest(type.Kind.ToString(), type.Size ?? dialect.DefaultTextSize, null)),
        TypeKind.Guid => new(Kin.Guid, ""),
        TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 or TypeKind.DateTimeOffset or TypeKind.Time => new(Kin.Moment, type.Kind.ToString()),
        TypeKind.Binary => new(Kin.Bytes, Rest("", type.Size, null)),
        _ => new(Kin.Unknown, ""),
    };

    // A type in SQL text, told by its first words; what else there is stays unknown.
    private static KeyType Custom(string text, Dialect dialect)
    {
        if (Sizes.Match(text) is not { Success: true } match)
        {
            return new(Kin.Unknown, "");
        }

        var sizes = match.Groups[3].Value.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(s => int.TryParse(s, NumberStyles.Any, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        var sign = match.Groups[4].Success ? "U" : "";
        KeyType Texts(string kind) => new(Kin.Text, Rest(kind, sizes.Length > 0 ? sizes[0] : dialect.DefaultTextSize, null));
        return match.Groups[1].Value.ToUpperInvariant() switch
        {
            "INT" or "INTEGER" or "INT4" or "SERIAL" => new(Kin.Whole, sign + nameof(TypeKind.Int32)),
            "BIGINT" or "INT8" or "BIGSERIAL" => new(Kin.Whole, sign + nameof(TypeKind.Int64)),
            "SMALLINT" or "INT2" => new(Kin.Whole, sign + nameof(TypeKind.Int16)),
            "DECIMAL" or "NUMERIC" => new(Kin.Number, Rest(nameof(TypeKind.Decimal), sizes.Length > 0 ? sizes[0] : null, sizes.Length > 1 ? sizes[1] : null)),
            "UUID" or "UNIQUEIDENTIFIER" => new(Kin.Guid, ""),
            "NVARCHAR" => Texts(nameof(TypeKind.String)),
            "VARCHAR" or "CHARACTER VARYING" or "TEXT" => Texts(dialect.HasCodePages ? nameof(TypeKind.AnsiString) : nameof(TypeKind.String)),
            _ => new(Kin.Unknown, ""),
        };
    }

    private static string Rest(string kind, int? size, int? precision) => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", kind, size, precision);
}
