using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Rows;
using SQLitePCL;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>A table as far as it is compared: everything that counts as text, in an order that does not.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">What is said of each column, by its name.</param>
/// <param name="Whole">What is said of the table, by what it is about.</param>
internal sealed record TableForm(string Name, IReadOnlyDictionary<string, (string What, string Text)[]> Columns, IReadOnlyList<(string What, string Text)> Whole)
{
    public static TableForm? Read(SqliteConnection connection, string name) => Live.Table(connection, name) is { } table
        ? new(
            table.Name,
            table.Columns.ToDictionary(c => c.Name, c => Column(connection, table, c), AsciiComparer.IgnoreCase),
            [("primary or unique keys", Text(Keys(table))), ("foreign keys", Text(References(table))), ("checks", Text(CheckReader.Checks(table.Sql).Select(SqlForm.Of))), ("options", $"{table.HasRowId} {table.Strict}")])
        : null;

    /// <summary>How another table differs from this one.</summary>
    public IEnumerable<string> Compare(TableForm now)
    {
        foreach (var (column, form) in Columns.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (!now.Columns.TryGetValue(column, out var same))
            {
                yield return $"column '{column}' of table '{Name}' is missing";
            }
            else if (Difference(form, same) is { } difference)
            {
                yield return $"column '{column}' of table '{Name}' has another {difference}";
            }
        }

        foreach (var column in now.Columns.Keys.Where(c => !Columns.ContainsKey(c)).Order(StringComparer.Ordinal))
        {
            yield return $"column '{column}' of table '{Name}' is left over";
        }

        if (Difference(Whole, now.Whole) is { } other)
        {
            yield return $"table '{Name}' has other {other}";
        }
    }

    private static string? Difference(IEnumerable<(string What, string Text)> a, IEnumerable<(string What, string Text)> b) =>
        a.Zip(b).FirstOrDefault(p => !string.Equals(p.First.Text, p.Second.Text, StringComparison.Ordinal)).First.What;

    private static (string What, string Text)[] Column(SqliteConnection connection, LiveTable table, LiveColumn column)
    {
        raw.sqlite3_table_column_metadata(connection.Handle, "main", table.Name, column.Name, out _, out string? collation, out _, out _, out var counted);
        return
        [
            ("type", column.Type.ToUpperInvariant()),
            ("nullability", column.NotNull.ToString()),
            ("default", column.Default is null ? "" : "= " + SqlForm.Of(column.Default)),
            ("place in the key", FormattableString.Invariant($"{column.KeyPart}")),
            ("way to be computed", column.Generated.ToString()),
            ("collation", (collation ?? "").ToUpperInvariant()),
            ("numbering", FormattableString.Invariant($"{counted}")),
        ];
    }

    private static IEnumerable<string> Keys(LiveTable table) => table.Uniques.Select(u => string.Join(',', u.Select(AsciiComparer.Upper)));

    private static IEnumerable<string> References(LiveTable table) => table.ForeignKeys.Select(f =>
        AsciiComparer.Upper($"{string.Join(',', f.Columns)} > {f.Referenced}({string.Join(',', f.ReferencedColumns)}) {f.Actions}"));

    private static string Text(IEnumerable<string> facts) => string.Join('\n', facts.Order(StringComparer.Ordinal));
}
