using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>Reads what a database holds.</summary>
internal static class Live
{
    /// <summary>Every object but those that SQLite makes for itself, in the order of their names.</summary>
    public static IReadOnlyList<SchemaObject> Objects(SqliteConnection connection) => connection.Rows(
        "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY type, name COLLATE BINARY",
        r => new SchemaObject(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.IsDBNull(4) ? null : r.GetString(4)));

    /// <summary>The table of a name; null when there is none.</summary>
    public static LiveTable? Table(SqliteConnection connection, string name)
    {
        var found = connection.Rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name = @p0 COLLATE NOCASE", r => (Name: r.GetString(0), Sql: r.GetString(1)), name);
        return found is [var (table, sql)] ? Read(connection, table, sql) : null;
    }

    private static LiveTable Read(SqliteConnection connection, string name, string sql)
    {
        var (withoutRowId, strict) = connection.Rows("SELECT wr, strict FROM pragma_table_list(@p0) WHERE schema = 'main'", r => (r.GetInt64(0) != 0, r.GetInt64(1) != 0), name)[0];
        var columns = Columns(connection, name);
        return new(name, sql)
        {
            Columns = columns,
            Uniques = Uniques(connection, name, columns),
            ForeignKeys = ForeignKeys(connection, name),
            HasRowId = !withoutRowId,
            Strict = strict,
        };
    }

    private static IReadOnlyList<LiveColumn> Columns(SqliteConnection connection, string table) => connection.Rows(
        "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(@p0) WHERE hidden <> 1 ORDER BY cid",
        r => new LiveColumn(r.GetString(0), r.GetString(1), r.GetInt64(2) != 0, r.IsDBNull(3) ? null : r.GetString(3), r.GetInt32(4), r.GetInt64(5) != 0),
        table);

    // A partial index counts as if it held for all rows: rows that are unique everywhere are unique there.
    private static IReadOnlyList<IReadOnlyList<string>> Uniques(SqliteConnection connection, string table, IReadOnlyList<LiveColumn> columns)
    {
        var parts = connection.Rows(
            "SELECT l.seq, i.name FROM pragma_index_list(@p0) l, pragma_index_info(l.name) i WHERE l.\"unique\" AND i.name IS NOT NULL ORDER BY l.seq, i.seqno",
            r => (Index: r.GetInt64(0), Column: r.GetString(1)),
            table);
        var uniques = parts.GroupBy(p => p.Index, p => p.Column).Select(g => (IReadOnlyList<string>)[.. g]).ToList();
        var key = columns.Where(c => c.KeyPart > 0).OrderBy(c => c.KeyPart).Select(c => c.Name).ToList();
        return key.Count == 0 || uniques.Exists(u => u.SequenceEqual(key)) ? uniques : [key, .. uniques];
    }

    private static IReadOnlyList<LiveForeignKey> ForeignKeys(SqliteConnection connection, string table) =>
    [
        .. connection.Rows(
                "SELECT id, \"table\", \"from\", \"to\", 'on update ' || on_update || ' on delete ' || on_delete FROM pragma_foreign_key_list(@p0) ORDER BY id, seq",
                r => (Id: r.GetInt64(0), Referenced: r.GetString(1), From: r.GetString(2), To: r.IsDBNull(3) ? null : r.GetString(3), Actions: r.GetString(4)),
                table)
            .GroupBy(p => (p.Id, p.Referenced, p.Actions))
            .Select(g => new LiveForeignKey([.. g.Select(p => p.From)], g.Key.Referenced, Referenced(connection, g.Key.Referenced, [.. g.Select(p => p.To)])) { Actions = g.Key.Actions }),
    ];

    private static IReadOnlyList<string> Referenced(SqliteConnection connection, string table, IReadOnlyList<string?> columns) => columns.Any(c => c is null)
        ? connection.Rows("SELECT name FROM pragma_table_xinfo(@p0) WHERE pk > 0 ORDER BY pk", r => r.GetString(0), table)
        : [.. columns.OfType<string>()];
}
