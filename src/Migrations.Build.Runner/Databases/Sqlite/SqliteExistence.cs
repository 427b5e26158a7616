using System.Globalization;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Asks SQLite's catalog whether an object exists.</summary>
internal static class SqliteExistence
{
    private const string Table = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @p0 COLLATE NOCASE";

    private const string Column = "SELECT count(*) FROM pragma_table_xinfo(@p0) WHERE name = @p1 COLLATE NOCASE";

    private const string Default = "SELECT count(*) FROM pragma_table_xinfo(@p0) WHERE name = @p1 COLLATE NOCASE AND dflt_value IS NOT NULL";

    private const string Index = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = @p0 COLLATE NOCASE AND name = @p1 COLLATE NOCASE";

    // A unique constraint is rendered as an index of its name; every other named constraint stands in the table's own text.
    private const string Constraint =
        """
        SELECT count(*) FROM sqlite_master WHERE tbl_name = @p0 COLLATE NOCASE AND (
            (type = 'index' AND name = @p1 COLLATE NOCASE) OR
            (type = 'table' AND (
                instr(lower(sql), lower('CONSTRAINT "' || replace(@p1, '"', '""') || '"')) > 0 OR
                instr(lower(sql), lower('CONSTRAINT [' || @p1 || ']')) > 0 OR
                instr(lower(sql), lower('CONSTRAINT `' || replace(@p1, '`', '``') || '`')) > 0 OR
                instr(lower(sql), lower('CONSTRAINT ' || @p1 || ' ')) > 0)))
        """;

    /// <summary>Whether the answer is the database's own; what SQLite has no objects for is not asked.</summary>
    public static async Task<bool> HoldsAsync(SqliteSession session, Assumption assumption, CancellationToken cancel)
    {
        var query = assumption.Subject switch
        {
            "table" => Table,
            "column" => Column,
            "default" => Default,
            "index" => Index,
            "constraint" => Constraint,
            _ => null,
        };
        if (query is null)
        {
            return true;
        }

        var command = query == Table ? session.Command(query, assumption.Table.Name) : session.Command(query, assumption.Table.Name, assumption.Name);
        var count = await session.RunAsync(c => c.ExecuteScalar(), command, cancel).ConfigureAwait(false);
        return (Convert.ToInt64(count, CultureInfo.InvariantCulture) > 0) == assumption.Exists;
    }
}
