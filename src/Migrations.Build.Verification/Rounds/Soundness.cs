using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Asks the engine whether rows keep what the schema promises.</summary>
internal static class Soundness
{
    /// <summary>What is not sound in the tables, in those that refer to them, and in their indexes.</summary>
    public static IEnumerable<Fault> Check(SqliteConnection connection, IReadOnlyCollection<string> tables, Faults faults)
    {
        var broken = tables.SelectMany(t => Integrity(connection, t)).Distinct(StringComparer.Ordinal).ToList();
        if (broken.Count > 0)
        {
            yield return faults.Unsound("integrity", broken);
        }

        var orphans = Referring(connection, tables).SelectMany(t => Orphans(connection, t)).ToList();
        if (orphans.Count > 0)
        {
            yield return faults.Unsound("foreign key", orphans);
        }
    }

    /// <summary>What is not sound anywhere, in a sentence each.</summary>
    public static IReadOnlyList<string> CheckAll(SqliteConnection connection) =>
    [
        .. connection.Rows("PRAGMA integrity_check(20)", r => r.GetString(0)).Where(l => l != "ok"),
        .. connection.Rows("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check", r => $"table '{r.GetString(0)}' refers to rows that are not there"),
    ];

    // The engine's lines name the row's number, and no value.
    private static IEnumerable<string> Integrity(SqliteConnection connection, string table) =>
        connection.Rows($"PRAGMA integrity_check({Quoted.Name(table)})", r => r.GetString(0)).Where(l => l != "ok").Take(3);

    private static IEnumerable<string> Orphans(SqliteConnection connection, string table)
    {
        try
        {
            return connection.Rows(
                "SELECT parent, count(*) FROM pragma_foreign_key_check(@p0) GROUP BY parent ORDER BY parent",
                r => $"{Faults.Count(r.GetInt32(1))} of '{table}' refer to no row of '{r.GetString(0)}'",
                table);
        }
        catch (SqliteException e)
        {
            return [$"the references of '{table}' cannot be checked, SQLite says \"{Reasons.Of(e)}\""];
        }
    }

    private static IEnumerable<string> Referring(SqliteConnection connection, IReadOnlyCollection<string> tables)
    {
        var texts = connection.Rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%references%'",
            r => (Name: r.GetString(0), Sql: r.GetString(1)));
        return texts
            .Where(t => tables.Any(changed => t.Sql.Contains(changed.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)))
            .Select(t => t.Name);
    }
}
