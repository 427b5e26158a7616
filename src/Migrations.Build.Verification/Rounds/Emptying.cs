using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Empties tables, and takes the references of other tables to them away.</summary>
internal static class Emptying
{
    public static void Of(SqliteConnection connection, IReadOnlyCollection<string> tables)
    {
        using var quiet = Triggers.Off(connection);
        connection.Execute("PRAGMA foreign_keys = OFF");
        var pending = new Queue<string>(tables);
        var empty = tables.ToHashSet(AsciiComparer.IgnoreCase);
        while (pending.TryDequeue(out var table))
        {
            connection.Execute($"DELETE FROM {Quoted.Name(table)}");
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

    private static IReadOnlyList<(string Table, string Column)> Referring(SqliteConnection connection, string table) => connection.Rows(
        "SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = @p0 COLLATE NOCASE ORDER BY m.name, f.\"from\"",
        r => (r.GetString(0), r.GetString(1)),
        table);
}
