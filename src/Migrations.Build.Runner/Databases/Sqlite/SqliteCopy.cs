using System.Data.Common;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Makes a database in memory with the schema of another one and none of its rows, to try there what would become of a table.</summary>
internal static class SqliteCopy
{
    // What SQLite makes by itself comes with the rest.
    private const string Objects =
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid";

    /// <summary>Makes it in an empty session.</summary>
    public static async Task FillAsync(SqliteSession from, SqliteSession copy, CancellationToken cancel)
    {
        await copy.ExecuteAsync("PRAGMA foreign_keys = OFF", cancel).ConfigureAwait(false);
        foreach (var text in await from.RunAsync(Read, from.Command(Objects), cancel).ConfigureAwait(false))
        {
            try
            {
                await copy.ExecuteAsync(text, cancel).ConfigureAwait(false);
            }
            catch (DatabaseException)
            {
                // A virtual table has made its own tables already; and what only an application's extension can make, no rebuild is about.
            }
        }
    }

    /// <summary>The statements of a text that change the schema; rows change no table's text.</summary>
    public static IReadOnlyList<string> Changes(string sql) =>
        [.. SqlText.Split(sql, DatabaseKind.Sqlite).Where(s => SqlHead.Word(s) is "ALTER" or "CREATE" or "DROP" || s.StartsWith("PRAGMA legacy_alter_table", StringComparison.OrdinalIgnoreCase))];

    private static List<string> Read(DbCommand command)
    {
        var found = new List<string>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }
}
