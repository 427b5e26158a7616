using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>What a column that takes no NULL gets in rows for which nothing is kept: those that were written after Up.</summary>
public static class Neutral
{
    /// <summary>Whether adding the column to rows that are there needs such a value.</summary>
    public static bool Needs(Column column) => column is { Nullable: not true, Default: null or { Kind: ValueKind.Null }, Computed: null, Identity: false, PrimaryKey: false };

    /// <summary>The value as SQL.</summary>
    public static string Of(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.AnsiString or TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength or TypeKind.Xml or TypeKind.Object => "''",
        TypeKind.Guid => "'00000000-0000-0000-0000-000000000000'",
        TypeKind.Date => "'0001-01-01'",
        TypeKind.DateTime or TypeKind.DateTime2 => "'0001-01-01 00:00:00'",
        TypeKind.DateTimeOffset => "'0001-01-01 00:00:00+00:00'",
        TypeKind.Time => "'00:00:00'",
        TypeKind.Binary => "X''",
        TypeKind.Custom => OfCustom(type.Custom ?? ""),
        _ => "0",
    };

    // By SQLite's rules of affinity (https://sqlite.org/datatype3.html#determination_of_column_affinity).
    private static string OfCustom(string type) =>
        Says(type, "INT") ? "0" : Says(type, "CHAR") || Says(type, "CLOB") || Says(type, "TEXT") ? "''" : Says(type, "BLOB") ? "X''" : type.Length == 0 ? "''" : "0";

    private static bool Says(string type, string word) => type.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
