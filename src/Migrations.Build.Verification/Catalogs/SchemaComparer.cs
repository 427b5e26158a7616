using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Rows;
using SQLitePCL;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>Compares what two databases hold, object by object. The order of columns does not count, nor how a statement is written.</summary>
internal static class SchemaComparer
{
    /// <summary>What is different in <paramref name="now"/>, each as a part of a sentence; the connections are asked about tables whose text differs.</summary>
    public static IReadOnlyList<string> Compare(SchemaState before, SqliteConnection was, SchemaState now, SqliteConnection current)
    {
        var differences = new List<string>();
        var found = now.Objects.ToDictionary(o => (o.Type, o.Name.ToUpperInvariant()));
        foreach (var old in before.Objects)
        {
            if (!found.Remove((old.Type, old.Name.ToUpperInvariant()), out var same))
            {
                differences.Add($"{old.Type} '{old.Name}' is missing");
            }
            else if (!string.Equals(old.Sql, same.Sql, StringComparison.Ordinal))
            {
                differences.AddRange(Compare(old, was, same, current));
            }
        }

        differences.AddRange(found.Values.Select(o => $"{o.Type} '{o.Name}' is left over"));
        return differences;
    }

    private static IEnumerable<string> Compare(SchemaObject old, SqliteConnection was, SchemaObject now, SqliteConnection current) =>
        old.HoldsRows && Live.Table(was, old.Name) is { } a && Live.Table(current, now.Name) is { } b ? Compare(a, was, b, current)
        : string.Equals(SqlForm.Of(old.Sql ?? ""), SqlForm.Of(now.Sql ?? ""), StringComparison.Ordinal) ? []
        : [$"{old.Type} '{old.Name}' is defined in another way"];

    private static IEnumerable<string> Compare(LiveTable a, SqliteConnection was, LiveTable b, SqliteConnection current)
    {
        foreach (var column in a.Columns)
        {
            if (b.Find(column.Name) is not { } same)
            {
                yield return $"column '{column.Name}' of table '{a.Name}' is missing";
            }
            else if (Difference(Form(was, a, column), Form(current, b, same)) is { } difference)
            {
                yield return $"column '{column.Name}' of table '{a.Name}' has another {difference}";
            }
        }

        foreach (var column in b.Columns.Where(c => a.Find(c.Name) is null))
        {
            yield return $"column '{column.Name}' of table '{a.Name}' is left over";
        }

        foreach (var what in new[] { ("primary or unique keys", (Func<LiveTable, IEnumerable<string>>)Keys), ("foreign keys", References), ("checks", Checks), ("options", Options) })
        {
            if (!what.Item2(a).Order(StringComparer.Ordinal).SequenceEqual(what.Item2(b).Order(StringComparer.Ordinal)))
            {
                yield return $"table '{a.Name}' has other {what.Item1}";
            }
        }
    }

    private static string? Difference((string What, string Text)[] a, (string What, string Text)[] b) =>
        a.Zip(b).FirstOrDefault(p => !string.Equals(p.First.Text, p.Second.Text, StringComparison.Ordinal)).First.What;

    private static (string What, string Text)[] Form(SqliteConnection connection, LiveTable table, LiveColumn column)
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

    // Of an index with a name the index itself is compared.
    private static IEnumerable<string> Keys(LiveTable table) => table.Uniques.Select(u => string.Join(',', u.Select(c => c.ToUpperInvariant())));

    private static IEnumerable<string> References(LiveTable table) => table.ForeignKeys.Select(f =>
        $"{string.Join(',', f.Columns)} > {f.Referenced}({string.Join(',', f.ReferencedColumns)}) {f.Actions}".ToUpperInvariant());

    private static IEnumerable<string> Checks(LiveTable table) => CheckReader.Checks(table.Sql).Select(SqlForm.Of);

    private static IEnumerable<string> Options(LiveTable table) => [$"{table.HasRowId} {table.Strict}"];
}
