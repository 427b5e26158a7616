using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Databases;

/// <summary>
/// The casts of PostgreSQL between the types that FluentMigrator knows there: each pair was tried on 15.18, with and without <c>USING</c>
/// (see also https://www.postgresql.org/docs/15/catalog-pg-cast.html and https://www.postgresql.org/docs/15/sql-altertable.html).
/// </summary>
public static class PostgresCasts
{
    private const string Text = "text";
    private const string Boolean = "boolean";
    private const string Money = "money";
    private static readonly string[] Whole = ["smallint", "integer", "bigint"];
    private static readonly string[] Numbers = [.. Whole, "numeric", "real", "double precision"];

    private static readonly string[] ByItself =
    [
        "integer money", "bigint money", "numeric money", "money numeric", "json jsonb", "jsonb json",
        "date timestamp", "date timestamptz", "timestamp date", "timestamp time", "timestamp timestamptz", "timestamptz date", "timestamptz time", "timestamptz timestamp",
    ];

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["varchar"] = Text, ["character varying"] = Text, ["character"] = Text, ["char"] = Text, ["bpchar"] = Text, ["text"] = Text,
        ["int2"] = "smallint", ["smallint"] = "smallint", ["smallserial"] = "smallint", ["int"] = "integer", ["int4"] = "integer", ["integer"] = "integer", ["serial"] = "integer",
        ["int8"] = "bigint", ["bigint"] = "bigint", ["bigserial"] = "bigint", ["numeric"] = "numeric", ["decimal"] = "numeric", ["real"] = "real", ["float4"] = "real",
        ["double precision"] = "double precision", ["float8"] = "double precision", ["money"] = Money, ["bool"] = Boolean, ["boolean"] = Boolean, ["date"] = "date",
        ["timestamp"] = "timestamp", ["timestamp without time zone"] = "timestamp", ["timestamptz"] = "timestamptz", ["timestamp with time zone"] = "timestamptz",
        ["time"] = "time", ["time without time zone"] = "time", ["uuid"] = "uuid", ["bytea"] = "bytea", ["xml"] = "xml", ["json"] = "json", ["jsonb"] = "jsonb",
    };

    /// <summary>How a column of a type becomes one of another.</summary>
    public static PostgresCast Of(ColumnType from, ColumnType to) => (Name(from), Name(to)) switch
    {
        (null, _) or (_, null) => PostgresCast.Unknown,
        var (a, b) when a == b || b == Text || (Numbers.Contains(a) && Numbers.Contains(b)) || ByItself.Contains(a + " " + b) => PostgresCast.Assignment,
        (Text, _) or ("integer", Boolean) or (Boolean, "integer") => PostgresCast.Using,
        ("jsonb", var b) when b == Boolean || Numbers.Contains(b) => PostgresCast.Using,
        (Boolean, var b) when Numbers.Contains(b) => PostgresCast.ThroughInteger,
        (var a, Boolean) when Whole.Contains(a) => PostgresCast.ThroughInteger,
        ("smallint", Money) => PostgresCast.ThroughInteger,
        _ => PostgresCast.None,
    };

    private static string? Name(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.StringFixedLength or TypeKind.AnsiString or TypeKind.AnsiStringFixedLength => Text,
        TypeKind.Byte or TypeKind.Int16 => "smallint",
        TypeKind.Int32 => "integer",
        TypeKind.Int64 => "bigint",
        TypeKind.Decimal => "numeric",
        TypeKind.Single => "real",
        TypeKind.Double => "double precision",
        TypeKind.Currency => Money,
        TypeKind.Boolean => Boolean,
        TypeKind.Date => "date",
        TypeKind.Time => "time",
        TypeKind.DateTime or TypeKind.DateTime2 => "timestamp",
        TypeKind.DateTimeOffset => "timestamptz",
        TypeKind.Guid => "uuid",
        TypeKind.Binary => "bytea",
        TypeKind.Xml => "xml",
        TypeKind.Custom => Names.TryGetValue(WithoutSizes(type.Custom!), out var name) ? name : null,
        _ => null,
    };

    private static string WithoutSizes(string type)
    {
        var (open, close) = (type.IndexOf('('), type.IndexOf(')'));
        var plain = open < 0 || close < open ? type : type.Remove(open, close - open + 1);
        return string.Join(" ", plain.Split([' '], StringSplitOptions.RemoveEmptyEntries));
    }
}
