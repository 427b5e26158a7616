using System.Globalization;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Rules;

/// <summary>Facts as a message shows them.</summary>
internal static class Words
{
    /// <summary>A column with its table.</summary>
    public static string Of(TableName table, string column) => table + "." + column;

    /// <summary>A type, with its sizes.</summary>
    public static string Of(ColumnType type) => type switch
    {
        { Kind: TypeKind.Custom } => type.Custom ?? "",
        { Size: int.MaxValue } => type.Kind + "(max)",
        { Size: { } size, Precision: { } precision } => string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", type.Kind, size, precision),
        { Size: { } size } => string.Format(CultureInfo.InvariantCulture, "{0}({1})", type.Kind, size),
        _ => type.Kind.ToString(),
    };

    /// <summary>A value.</summary>
    public static string Of(Value value) => value.Text ?? "null";
}
