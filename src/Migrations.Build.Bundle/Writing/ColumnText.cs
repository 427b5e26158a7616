using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what a column is, for reviewers.</summary>
internal static partial class ColumnText
{
    public static string Of(Column column) => string.Join(", ", Parts(column));

    public static string Value(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Text or ValueKind.AnsiText => $"'{value.Text}'",
        ValueKind.System => Spaced(value.Text ?? ""),
        _ => value.Text ?? "",
    };

    private static IEnumerable<string> Parts(Column column)
    {
        yield return Type(column.Type);
        if (column.Nullable is { } nullable)
        {
            yield return nullable ? "null" : "not null";
        }
        if (column.PrimaryKey)
        {
            yield return "primary key";
        }
        if (column.Identity)
        {
            yield return "identity";
        }
        if (column.Default is { } value)
        {
            yield return "default " + Value(value);
        }
        if (column.Computed is { } computed)
        {
            yield return $"computed as {computed.Expression}";
        }
        if (column.Collation is { } collation)
        {
            yield return $"collation {collation}";
        }
    }

    private static string Type(ColumnType type) => type.Kind switch
    {
        TypeKind.Unspecified => "same type",
        TypeKind.Custom => type.Custom ?? "",
        _ => Spaced(type.Kind.ToString()) + Size(type),
    };

    private static string Size(ColumnType type) => (type.Size, type.Precision) switch
    {
        ({ } size, { } precision) => string.Create(CultureInfo.InvariantCulture, $"({size},{precision})"),
        (int.MaxValue, null) => "(max)",
        ({ } size, null) => string.Create(CultureInfo.InvariantCulture, $"({size})"),
        _ => "",
    };

    private static string Spaced(string name) => CapitalInside().Replace(name, " $0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex CapitalInside();
}
