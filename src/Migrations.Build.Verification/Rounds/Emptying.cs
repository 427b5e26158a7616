using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Empties tables, and takes the references of other tables to them away.</summary>
internal static class Emptying
{
    /// <summary>Empties the tables.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="tables">Their names.</param>
    /// <param name="past">What migrations wrote, which stays; null to let it go as well.</param>
    public static void Of(SqliteConnection connection, IReadOnlyCollection<string> tables, Past? past = null)
    {
        using var quiet = Triggers.Off(connection);
        connection.Execute("PRAGMA foreign_keys = OFF");
        var pending = new Queue<string>(tables);
        var empty = tables.ToHashSet(AsciiComparer.IgnoreCase);
        while (pending.TryDequeue(out var table))
        {
            Empty(connection, table, past);
            foreach (var (child, column) in Referring(connection, table).Where(r => !empty.Contains(r.Table)))
            {
                if (Live.Table(connection, child)?.Find(column) is { NotNull: false })
                {
                    connection.Execute($"UPDATE {Quoted.Name(child)} SET {Quoted.Name(column)} = NULL");
                }
                else if (empty.Add(child))
                {
                    pending.Enqueue(child);
                }
            }
        }

        connection.Execute("PRAGMA foreign_keys = ON");
    }

    private static void Empty(SqliteConnection connection, string table, Past? past)
    {
        if (past?.OwnRows(table).Count is not > 0 || Live.Table(connection, table) is not { } live)
        {
            connection.Execute($"DELETE FROM {Quoted.Name(table)}");
            return;
        }

        var rows = new MadeTable(connection, live, past);
        rows.Rows.Where(r => !r.Own).ToList().ForEach(r => rows.Delete(r));
    }

    private static IReadOnlyList<(string Table, string Column)> Referring(SqliteConnection connection, string table) => connection.Rows(
        "SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = @p0 COLLATE NOCASE ORDER BY m.name, f.\"from\"",
        r => (r.GetString(0), r.GetString(1)),
        table);
}
