using System.Globalization;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Says what a column is, for reviewers.</summary>
internal static class ColumnText
{
    public static string Of(Column column) => string.Join(", ", Parts(column));

    public static string Value(Value value) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Text or ValueKind.AnsiText => $"'{value.Text}'",
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
        _ => Camel(type.Kind.ToString()) + Size(type),
    };

    private static string Size(ColumnType type) => (type.Size, type.Precision) switch
    {
        ({ } size, { } precision) => string.Create(CultureInfo.InvariantCulture, $"({size},{precision})"),
        (int.MaxValue, null) => "(max)",
        ({ } size, null) => string.Create(CultureInfo.InvariantCulture, $"({size})"),
        _ => "",
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
