using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Migrations.Build.Attack.Tests.Ground;

/// <summary>What a database holds, as lines that can be compared: its schema, every row, and the versions; without the runner's own tables.</summary>
internal static class Content
{
    private const string Ours = "name NOT LIKE 'migrations!_%' ESCAPE '!' AND tbl_name NOT LIKE 'migrations!_%' ESCAPE '!'";

    public static string[] Of(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        var lines = Rows(connection, $"SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE {Ours} ORDER BY 1, 2").ToList();
        foreach (var table in Rows(connection, $"SELECT name FROM sqlite_schema WHERE type = 'table' AND {Ours} ORDER BY 1").ToArray())
        {
            lines.AddRange(Rows(connection, $"SELECT * FROM \"{table}\"").Where(r => !r.StartsWith("migrations_", StringComparison.Ordinal)).Select(r => table + ": " + r).Order(StringComparer.Ordinal));
        }

        lines.AddRange(Rows(connection, "PRAGMA integrity_check"));
        lines.AddRange(Rows(connection, "PRAGMA foreign_key_check"));
        return [.. lines];
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i))));
        }
    }

    // A default of CURRENT_TIMESTAMP gives another time in each run.
    private static string Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        string text when text.Length >= 19 && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && (DateTime.UtcNow - time).Duration() < TimeSpan.FromHours(1) => "now",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
