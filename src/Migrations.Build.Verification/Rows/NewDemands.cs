using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Rounds;

namespace Migrations.Build.Verification.Rows;

/// <summary>Tells what a migration asks of rows that are there by what the database is behind it, however it was written.</summary>
/// <param name="before">The database before.</param>
/// <param name="was">Its objects.</param>
/// <param name="after">The database behind the migration, which had no made-up rows in its way.</param>
/// <param name="now">Its objects.</param>
/// <param name="names">What tables and columns are called behind it.</param>
internal sealed class NewDemands(SqliteConnection before, SchemaState was, SqliteConnection after, SchemaState now, TableNames names)
{
    public IReadOnlyList<Demand> Find() => [.. was.Tables.Select(Of).OfType<Demand>().Where(d => !d.IsNone)];

    private Demand? Of(SchemaObject old)
    {
        if (names.After(old.Name) is not { } became || Texts(was, old.Name).SetEquals(Texts(now, became))
            || Live.Table(before, old.Name) is not { } table || Live.Table(after, became) is not { } tight)
        {
            return null;
        }

        string? Back(string column) => table.Columns.FirstOrDefault(c => Same(names.After(old.Name, c.Name), column))?.Name;
        var uniques = tight.Uniques.Select(u => All(u, Back)).OfType<IReadOnlyList<string>>().Where(u => !table.Uniques.Any(o => Same(o, u))).ToLookup(u => u.All(c => table.Find(c) is { Generated: false }));
        var known = CheckReader.Checks(table.Sql).Select(SqlForm.Of).ToHashSet(StringComparer.Ordinal);
        return new(table)
        {
            Uniques = [.. uniques[true]],
            Derived = [.. Expressions(tight).Select(u => All(u, Back)).OfType<IReadOnlyList<string>>(), .. uniques[false].Select(_ => table.Writable.Select(c => c.Name).ToList())],
            References = [.. tight.ForeignKeys.Select(f => Of(f, table, Back)).OfType<LiveForeignKey>().Where(f => !table.ForeignKeys.Any(o => Same(o.Columns, f.Columns) && Same(o.Referenced, f.Referenced)))],
            Required = [.. tight.Columns.Where(c => c.NotNull).Select(c => Back(c.Name)).OfType<string>().Where(c => table.Find(c) is { NotNull: false, Generated: false })],
            Checks = [.. CheckReader.Checks(tight.Sql).Where(c => !known.Contains(SqlForm.Of(c)))],
            Strict = tight.Strict && !table.Strict,
        };
    }

    private LiveForeignKey? Of(LiveForeignKey key, LiveTable table, Func<string, string?> back)
    {
        var parent = was.Tables.FirstOrDefault(t => Same(names.After(t.Name) ?? "", key.Referenced));
        if (parent is null)
        {
            // No row of before can refer to what the migration makes itself, unless it fills it from them.
            return All(key.Columns, back) is { } free && free.All(c => table.Find(c) is { NotNull: false, KeyPart: 0 }) ? new(free, key.Referenced, key.ReferencedColumns) : null;
        }

        var columns = Live.Table(before, parent.Name)?.Columns;
        return columns is not null && All(key.Columns, back) is { } own && All(key.ReferencedColumns, c => columns.FirstOrDefault(o => Same(names.After(parent.Name, o.Name), c))?.Name) is { } others
            ? new LiveForeignKey(own, parent.Name, others)
            : null;
    }

    // An expression may be unique as soon as what it is made of is.
    private IEnumerable<IReadOnlyList<string>> Expressions(LiveTable table) => after.Rows(
            "SELECT s.sql FROM pragma_index_list(@p0) l JOIN sqlite_schema s ON s.name = l.name AND s.type = 'index' WHERE l.\"unique\" AND EXISTS (SELECT 1 FROM pragma_index_info(l.name) WHERE name IS NULL) ORDER BY s.name",
            r => r.GetString(0),
            table.Name)
        .Select(sql => sql[sql.IndexOf('(', StringComparison.Ordinal)..])
        .Select(sql => (IReadOnlyList<string>)[.. table.Writable.Select(c => c.Name).Where(c => Words.Contains(sql, c))])
        .Where(columns => columns.Count > 0);

    private static HashSet<string> Texts(SchemaState state, string table) =>
        state.Objects.Where(o => o.Type is "table" or "index" && Same(o.Table, table)).Select(o => o.Sql ?? o.Name).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<string>? All(IReadOnlyList<string> columns, Func<string, string?> back) =>
        columns.Select(back).OfType<string>().ToList() is var found && found.Count == columns.Count ? found : null;

    private static bool Same(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count == b.Count && a.All(c => b.Contains(c, AsciiComparer.IgnoreCase));

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
