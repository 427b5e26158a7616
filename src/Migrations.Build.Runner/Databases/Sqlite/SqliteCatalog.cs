using System.Data.Common;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Reads the live schema in a few queries, however many tables there are.</summary>
internal static class SqliteCatalog
{
    // The history's own tables are no part of the schema, and neither are SQLite's.
    private const string Ours =
        "m.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND m.name NOT GLOB 'migrations_kept_[0-9]*' AND m.name COLLATE NOCASE NOT IN (@p0, 'migrations_deployments', 'migrations_journal', 'migrations_lock', 'migrations_kept')";

    private const string Objects = "SELECT m.type, m.name, m.tbl_name, m.sql FROM sqlite_master m WHERE m.type IN ('table', 'view', 'trigger') AND " + Ours + " ORDER BY m.name";

    private const string Columns =
        "SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk, c.hidden FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND " + Ours + " ORDER BY m.name, c.cid";

    private const string Indexes =
        """
        SELECT m.name, l.name, l."unique", l.origin, s.sql, x.name, x."desc", x.coll
        FROM sqlite_master m, pragma_index_list(m.name) l, pragma_index_xinfo(l.name) x LEFT JOIN sqlite_master s ON s.type = 'index' AND s.name = l.name
        WHERE m.type = 'table' AND x."key" = 1 AND
        """ + " " + Ours + " ORDER BY m.name, l.name, x.seqno";

    private const string ForeignKeys =
        """
        SELECT m.name, f.id, f."table", f."from", f."to", f.on_update, f.on_delete
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND
        """ + " " + Ours + " ORDER BY m.name, f.id, f.seq";

    /// <summary>Reads it.</summary>
    public static async Task<Schema> ReadAsync(SqliteSession session, CancellationToken cancel)
    {
        var objects = await RowsAsync(session, Objects, cancel).ConfigureAwait(false);
        var columns = (await RowsAsync(session, Columns, cancel).ConfigureAwait(false)).ToLookup(r => r[0]!, StringComparer.Ordinal);
        var indexes = (await RowsAsync(session, Indexes, cancel).ConfigureAwait(false)).ToLookup(r => r[0]!, StringComparer.Ordinal);
        var keys = (await RowsAsync(session, ForeignKeys, cancel).ConfigureAwait(false)).ToLookup(r => r[0]!, StringComparer.Ordinal);
        var schema = Schema.Empty(DatabaseKind.Sqlite);
        var (tables, views, triggers) = (schema.Tables, schema.Views, schema.Triggers);
        foreach (var row in objects)
        {
            var name = TableName.Of(row[1]!);
            switch (row[0])
            {
                case "table":
                    tables = tables.With(SqliteTable.Of(name, row[3] ?? "", [.. columns[row[1]!]], [.. indexes[row[1]!]], [.. keys[row[1]!]]));
                    break;
                case "view":
                    views = views.With(new(name, row[3] ?? ""));
                    break;
                default:
                    triggers = triggers.With(new(name, TableName.Of(row[2]!), row[3] ?? ""));
                    break;
            }
        }

        return schema with { Tables = tables, Views = views, Triggers = triggers };
    }

    private static Task<List<string?[]>> RowsAsync(SqliteSession session, string query, CancellationToken cancel) => session.RunAsync(Rows, session.Command(query, session.Versions.Name), cancel);

    private static List<string?[]> Rows(DbCommand command)
    {
        var found = new List<string?[]>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var row = new string?[rows.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = rows.IsDBNull(i) ? null : rows.GetString(i);
            }

            found.Add(row);
        }

        return found;
    }
}
