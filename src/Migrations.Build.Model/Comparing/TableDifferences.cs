using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Comparing;

/// <summary>Compares two tables of one name part by part.</summary>
internal static class TableDifferences
{
    public static IEnumerable<Difference> Of(Table expected, Table actual, Dialect dialect)
    {
        var (parts, table) = (new Parts(dialect, Unknown: false), expected.Name + ".");
        var differences = parts.Of("column", expected.Columns, actual.Columns, c => table + c.Name, ShortText.Of, c => Form.Of(c, dialect))
            .Concat(PrimaryKey(expected, actual, dialect))
            .Concat(parts.Of("unique constraint", expected.Uniques, actual.Uniques, k => table + (k.Name ?? Columns(k.Columns)), ShortText.Of))
            .Concat(parts.Of("check", expected.Checks, Spelt(actual.Checks, expected.Checks, dialect), c => table + (c.Name ?? c.Expression), ShortText.Of, c => Form.Of(c, dialect)))
            .Concat(parts.Of("foreign key", expected.ForeignKeys, actual.ForeignKeys, f => table + (f.Name.Length == 0 ? Columns(f.Columns) : f.Name), ShortText.Of))
            .Concat(parts.Of("index", expected.Indexes, actual.Indexes, i => table + i.Name, ShortText.Of));
        return differences.Concat(Description(expected, actual)).Concat(Order(expected, actual, dialect));
    }

    // A check without a name is known by its expression, however that is written.
    private static IEnumerable<Check> Spelt(Items<Check> actual, Items<Check> expected, Dialect dialect) => actual.Count == 0 || expected.Count == 0 ? actual
        : actual.Select(c => c.Name is null && expected.FirstOrDefault(e => e.Name is null && Form.Of(e, dialect) == Form.Of(c, dialect)) is { } same ? same : c);

    private static IEnumerable<Difference> PrimaryKey(Table expected, Table actual, Dialect dialect)
    {
        var (wanted, found) = (Text(expected.PrimaryKey), Text(actual.PrimaryKey));
        var name = expected.Name + "." + (expected.PrimaryKey?.Name ?? actual.PrimaryKey?.Name ?? "primary key");
        var sameName = !dialect.NamedPrimaryKeys || expected.PrimaryKey?.Name is not { } a || actual.PrimaryKey?.Name is not { } b || dialect.Names.Equals(a, b);
        if (wanted is null || found is null)
        {
            return wanted == found ? [] : [new(wanted is null ? DifferenceKind.Extra : DifferenceKind.Missing, "primary key", name, wanted, found)];
        }

        return !sameName ? [new(DifferenceKind.Changed, "primary key", name, expected.PrimaryKey!.Name + " " + wanted, actual.PrimaryKey!.Name + " " + found)]
            : dialect.Names.Equals(wanted, found) ? []
            : [new(DifferenceKind.Changed, "primary key", name, wanted, found)];
    }

    private static IEnumerable<Difference> Description(Table expected, Table actual) =>
        string.Equals(expected.Description, actual.Description, StringComparison.Ordinal)
            ? []
            : [new(DifferenceKind.Changed, "description", expected.Name.ToString(), expected.Description, actual.Description)];

    /// <summary>Another order among the columns that both have.</summary>
    private static IEnumerable<Difference> Order(Table expected, Table actual, Dialect dialect)
    {
        var wanted = expected.Columns.Where(c => actual.FindColumn(c.Name, dialect) is not null).Select(c => c.Name).ToArray();
        var found = actual.Columns.Where(c => expected.FindColumn(c.Name, dialect) is not null).Select(c => c.Name).ToArray();
        return dialect.SameColumns(wanted, found) ? [] : [new(DifferenceKind.Reordered, "table", expected.Name.ToString(), Columns(wanted), Columns(found))];
    }

    private static string? Text(Key? key) => key is null ? null : ShortText.Of(key);

    private static string Columns(IEnumerable<string> columns) => "(" + string.Join(", ", columns) + ")";
}
