using System.Data.Common;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>The tables of the history on SQLite.</summary>
internal static class SqliteHistory
{
    private static readonly string[] Own =
    [
        """
        CREATE TABLE IF NOT EXISTS migrations_deployments (
            deployment INTEGER PRIMARY KEY, verb TEXT NOT NULL, state TEXT NOT NULL, run_by TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
            bundle_name TEXT, bundle_version TEXT, bundle_digest TEXT, version_table TEXT)
        """,
        """
        CREATE TABLE IF NOT EXISTS migrations_journal (
            entry INTEGER PRIMARY KEY, deployment INTEGER NOT NULL, version INTEGER NOT NULL, direction TEXT NOT NULL, statement INTEGER NOT NULL,
            state TEXT NOT NULL, hash TEXT NOT NULL, class TEXT, started_at TEXT NOT NULL, ended_at TEXT, error TEXT, undo_digest TEXT, undo TEXT)
        """,
        """
        CREATE TABLE IF NOT EXISTS migrations_lock (
            id INTEGER PRIMARY KEY CHECK (id = 1), owner TEXT NOT NULL, run_by TEXT NOT NULL, process INTEGER NOT NULL, since TEXT NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS migrations_kept (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, made_as TEXT NOT NULL, version INTEGER NOT NULL, way TEXT NOT NULL, class TEXT NOT NULL, source_table TEXT NOT NULL,
            source_columns TEXT NOT NULL, kept_rows INTEGER NOT NULL, placed_rows INTEGER NOT NULL, placed_at_once INTEGER NOT NULL, left_rows INTEGER NOT NULL,
            kept_at TEXT NOT NULL, keep_until TEXT, deployment INTEGER NOT NULL, state TEXT NOT NULL, ended_at TEXT, ended_by TEXT)
        """,
    ];

    /// <summary>The statements that make the tables where they are missing; the one of the versions is exactly FluentMigrator's.</summary>
    public static IReadOnlyList<string> Statements(VersionTable versions)
    {
        var (table, version, index) = (Name(versions.Name), Name(versions.VersionColumn), Name(versions.UniqueIndex));
        var columns = $"{version} INTEGER NOT NULL, {Name(versions.AppliedOnColumn)} DATETIME, {Name(versions.DescriptionColumn)} TEXT{(versions.HasPrimaryKey ? $", PRIMARY KEY ({version})" : "")}";
        return [$"CREATE TABLE IF NOT EXISTS {table} ({columns})", $"CREATE UNIQUE INDEX IF NOT EXISTS {index} ON {table} ({version} ASC)", .. Own];
    }

    /// <summary>Which of the tables exist, and their columns.</summary>
    public const string ColumnsQuery =
        """
        SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name COLLATE NOCASE IN
            (@p0, 'migrations_deployments', 'migrations_journal', 'migrations_lock', 'migrations_kept')
        """;

    private static string Name(string name) => QuotedName.Of(name, Dialect.Of(DatabaseKind.Sqlite));

    /// <summary>Reads what the query gives.</summary>
    public static IReadOnlyDictionary<string, List<string>> Columns(DbCommand command)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (!found.TryGetValue(rows.GetString(0), out var columns))
            {
                found.Add(rows.GetString(0), columns = []);
            }

            columns.Add(rows.GetString(1));
        }

        return found;
    }
}
