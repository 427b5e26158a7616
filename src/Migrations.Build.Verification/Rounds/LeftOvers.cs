using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Kept data of a migration that is still there when it went the way back: a round deletes no rows, so everything had a place to return to.</summary>
internal static class LeftOvers
{
    public static IReadOnlyList<(string Table, string What)> Of(SqliteConnection connection, long version, Direction way) =>
        connection.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migrations_kept'") == 0 ? [] : connection.Rows(
            "SELECT source_table, left_rows, state FROM migrations_kept WHERE version = @p0 AND way = @p1 AND state IN ('kept', 'left') ORDER BY id",
            r => (r.GetString(0), r.GetString(2) == "left" ? $"{Faults.Count(r.GetInt32(1))} that the bundle keeps found no place" : "what the bundle keeps was not settled"),
            version,
            way == Direction.Up ? "up" : "down");
}
