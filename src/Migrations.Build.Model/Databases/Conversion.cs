using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Databases;

/// <summary>Tells whether a change of type may change values so that changing it back does not bring them back.</summary>
internal static class Conversion
{
    /// <summary>Whether some value may be another one after the change and back.</summary>
    public static bool Changes(ColumnType from, ColumnType to, Dialect dialect) => from != to && (dialect.EnforcesTypes
        ? from.Kind == TypeKind.Custom || to.Kind == TypeKind.Custom || Narrowing.Loss(from, to, dialect) is not null
        : Changes(Of(from), Of(to)));

    /// <summary>Whether a value of SQLite's that is equal after the change, if of another kind, also comes back by changing the type back.</summary>
    public static bool ComesBack(ColumnType from) => Of(from) is Affinity.Numeric or Affinity.Real;

    /// <summary>The affinity of a column of SQLite's.</summary>
    internal static Affinity Of(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.AnsiString or TypeKind.StringFixedLength or TypeKind.AnsiStringFixedLength or TypeKind.Xml => Affinity.Text,
        TypeKind.Binary or TypeKind.Unspecified => Affinity.None,
        TypeKind.Custom => Of(type.Custom ?? ""),
        TypeKind.Object => Affinity.Unknown,
        _ => Affinity.Numeric,
    };

    private static bool Changes(Affinity from, Affinity to) => from == Affinity.Unknown || to == Affinity.Unknown || (from != to && to != Affinity.None);

    // In SQLite's own order: https://sqlite.org/datatype3.html#determination_of_column_affinity
    private static Affinity Of(string type) =>
        Says(type, "INT") ? Affinity.Numeric
        : Says(type, "CHAR") || Says(type, "CLOB") || Says(type, "TEXT") ? Affinity.Text
        : Says(type, "BLOB") || type.Length == 0 ? Affinity.None
        : Says(type, "REAL") || Says(type, "FLOA") || Says(type, "DOUB") ? Affinity.Real
        : string.Equals(type, "ANY", StringComparison.OrdinalIgnoreCase) ? Affinity.Unknown
        : Affinity.Numeric;

    private static bool Says(string type, string word) => type.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
