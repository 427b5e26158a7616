using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Comparing;

/// <summary>A column's type as its database reads it, whoever wrote it: FluentMigrator's generator (8.0.1), or SQL text with other names for the same.</summary>
internal static class TypeForm
{
    private static readonly Regex Sizes = new(@"\s*\(\s*([^)]*?)\s*\)\s*", RegexOptions.CultureInvariant);
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> Postgres = new(StringComparer.Ordinal)
    {
        ["INT"] = "INTEGER", ["INT4"] = "INTEGER", ["INT2"] = "SMALLINT", ["INT8"] = "BIGINT", ["CHARACTER VARYING"] = "VARCHAR", ["CHARACTER"] = "CHAR", ["BPCHAR"] = "CHAR",
        ["BOOL"] = "BOOLEAN", ["NUMERIC"] = "DECIMAL", ["DOUBLE PRECISION"] = "FLOAT8", ["REAL"] = "FLOAT4", ["TIMESTAMP WITHOUT TIME ZONE"] = "TIMESTAMP",
        ["TIMESTAMP WITH TIME ZONE"] = "TIMESTAMPTZ", ["TIME WITHOUT TIME ZONE"] = "TIME", ["TIME WITH TIME ZONE"] = "TIMETZ",
    };

    private static readonly Dictionary<string, string> MySql = new(StringComparer.Ordinal)
    {
        ["INT"] = "INTEGER", ["NUMERIC"] = "DECIMAL", ["DEC"] = "DECIMAL", ["DOUBLE PRECISION"] = "DOUBLE", ["BOOL"] = "TINYINT(1)", ["BOOLEAN"] = "TINYINT(1)",
        ["CHARACTER VARYING"] = "VARCHAR", ["CHARACTER"] = "CHAR", ["NATIONAL VARCHAR"] = "NVARCHAR",
    };

    private static readonly Dictionary<string, string> SqlServer = new(StringComparer.Ordinal)
    {
        ["INTEGER"] = "INT", ["NUMERIC"] = "DECIMAL", ["DEC"] = "DECIMAL", ["FLOAT"] = "DOUBLE PRECISION", ["FLOAT(53)"] = "DOUBLE PRECISION", ["FLOAT(24)"] = "REAL",
        ["CHARACTER VARYING"] = "VARCHAR", ["CHARACTER"] = "CHAR", ["NATIONAL CHARACTER VARYING"] = "NVARCHAR",
    };

    /// <summary>The form; two types of one form are one to the database.</summary>
    public static string Of(ColumnType type, DatabaseKind database) => database switch
    {
        DatabaseKind.Sqlite => type.Kind == TypeKind.Custom ? Plain(type.Custom ?? "") : OnSqlite(type) ?? ShortText.Of(type),
        DatabaseKind.Postgres => Named(type, Postgres, OnPostgres),
        DatabaseKind.SqlServer => Named(type, SqlServer, OnSqlServer),
        _ => Named(type, MySql, OnMySql),
    };

    private static string? OnSqlite(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.AnsiString or TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength => "TEXT",
        TypeKind.Boolean or TypeKind.Byte or TypeKind.SByte => "INTEGER",
        >= TypeKind.Int16 and <= TypeKind.Int64 or >= TypeKind.UInt16 and <= TypeKind.UInt64 => "INTEGER",
        TypeKind.Decimal or TypeKind.VarNumeric or TypeKind.Currency or TypeKind.Single or TypeKind.Double => "NUMERIC",
        TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 or TypeKind.Time => "DATETIME",
        TypeKind.Guid => "UNIQUEIDENTIFIER",
        TypeKind.Binary => "BLOB",
        _ => null,
    };

    private static string Named(ColumnType type, Dictionary<string, string> same, Func<ColumnType, string?> rendered)
    {
        var text = type.Kind == TypeKind.Custom ? Plain(type.Custom ?? "") : rendered(type) ?? ShortText.Of(type);
        var (name, size) = text.IndexOf('(') is >= 0 and var at ? (text.Substring(0, at), text.Substring(at)) : (text, "");
        return same.TryGetValue(text, out var whole) ? whole : same.TryGetValue(name, out var known) ? known + size : text;
    }

    // The sizes right behind the name, wherever they stand: 'timestamp (3) with time zone'.
    private static string Plain(string type)
    {
        var size = "";
        var name = Sizes.Replace(type.Replace("[", "").Replace("]", ""), m => Taken(m, ref size));
        return Spaces.Replace(name.Trim(), " ").ToUpperInvariant() + size;
    }

    private static string Taken(Match match, ref string size)
    {
        size = "(" + Spaces.Replace(match.Groups[1].Value, "").ToUpperInvariant() + ")";
        return " ";
    }

    private static string? OnPostgres(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.AnsiString => type.Size is null or int.MaxValue ? "TEXT" : "VARCHAR" + Sized(type.Size),
        TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength => "CHAR" + Sized(type.Size ?? 255),
        TypeKind.Byte or TypeKind.Int16 => "SMALLINT",
        TypeKind.Double => "FLOAT8",
        TypeKind.Single => "FLOAT4",
        TypeKind.Guid => "UUID",
        TypeKind.Binary => "BYTEA",
        TypeKind.Currency => "MONEY",
        TypeKind.DateTime or TypeKind.DateTime2 => "TIMESTAMP",
        TypeKind.DateTimeOffset => "TIMESTAMPTZ",
        TypeKind.Int32 => "INTEGER",
        _ => Common(type),
    };

    private static string? OnSqlServer(ColumnType type) => type.Kind switch
    {
        TypeKind.String => "NVARCHAR" + Sized(type.Size ?? 255, 4000),
        TypeKind.AnsiString => "VARCHAR" + Sized(type.Size ?? 255, 8000),
        TypeKind.StringFixedLength => "NCHAR" + Sized(type.Size ?? 255),
        TypeKind.AnsiStringFixedLength => "CHAR" + Sized(type.Size ?? 255),
        TypeKind.Binary => "VARBINARY" + Sized(type.Size ?? 8000, 8000),
        TypeKind.Boolean => "BIT",
        TypeKind.Byte => "TINYINT",
        TypeKind.Int32 => "INT",
        TypeKind.Double => "DOUBLE PRECISION",
        TypeKind.Single => "REAL",
        TypeKind.Guid => "UNIQUEIDENTIFIER",
        TypeKind.Currency => "MONEY",
        TypeKind.DateTime => "DATETIME",
        TypeKind.DateTime2 => "DATETIME2",
        TypeKind.DateTimeOffset => "DATETIMEOFFSET",
        _ => Common(type),
    };

    private static string? OnMySql(ColumnType type) => type.Kind switch
    {
        TypeKind.String when type.Size is null or <= 21845 => "NVARCHAR" + Sized(type.Size ?? 255),
        TypeKind.AnsiString when type.Size is null or <= 21845 => "VARCHAR" + Sized(type.Size ?? 255),
        TypeKind.StringFixedLength when type.Size is null or <= 255 => "NCHAR" + Sized(type.Size ?? 255),
        TypeKind.AnsiStringFixedLength when type.Size is null or <= 255 => "CHAR" + Sized(type.Size ?? 255),
        TypeKind.String when type.Size == int.MaxValue => "LONGTEXT CHARACTER SET UTF8",
        TypeKind.AnsiString when type.Size == int.MaxValue => "LONGTEXT",
        TypeKind.Binary when type.Size is null or int.MaxValue => "LONGBLOB",
        TypeKind.Boolean => "TINYINT(1)",
        TypeKind.Byte => "TINYINT UNSIGNED",
        TypeKind.Int32 => "INTEGER",
        TypeKind.Double => "DOUBLE",
        TypeKind.Single => "FLOAT",
        TypeKind.Guid => "CHAR(36)",
        TypeKind.Currency => "DECIMAL(19,4)",
        TypeKind.DateTime or TypeKind.DateTime2 => "DATETIME",
        _ => Common(type),
    };

    private static string? Common(ColumnType type) => type.Kind switch
    {
        TypeKind.Int16 => "SMALLINT",
        TypeKind.Int64 => "BIGINT",
        TypeKind.Boolean => "BOOLEAN",
        TypeKind.Decimal => string.Format(CultureInfo.InvariantCulture, "DECIMAL({0},{1})", type.Size ?? 19, type.Precision ?? (type.Size is null ? 5 : 0)),
        TypeKind.Date => "DATE",
        TypeKind.Time => "TIME",
        TypeKind.Xml => "XML",
        _ => null,
    };

    private static string Sized(int? size, int most = int.MaxValue) => size > most ? "(MAX)" : string.Format(CultureInfo.InvariantCulture, "({0})", size);
}
