using Microsoft.Data.Sqlite;

namespace Migrations.Build.Benchmarks;

/// <summary>What a run of our tool wrote into the tables of the history, as the statements that write it: one of the journal and one of <c>VersionInfo</c> for each migration.</summary>
internal sealed class JournalText(string database)
{
    private const string Tables = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (tbl_name LIKE 'migrations\\_%' ESCAPE '\\' OR tbl_name = 'VersionInfo') ORDER BY rowid";

    private const string Journal = "SELECT * FROM migrations_journal ORDER BY version, entry";

    private const string Versions = """SELECT * FROM "VersionInfo" ORDER BY "Version" """;

    /// <summary>The statements with those of the history among them, in the same transactions.</summary>
    public IReadOnlyList<string[]> Add(IReadOnlyList<string[]> migrations)
    {
        using var connection = LargeTable.Open(database);
        var journal = Rows(connection, Journal).GroupBy(r => r[2], r => "(" + string.Join(", ", r) + ")").Select(g => "INSERT INTO migrations_journal VALUES " + string.Join(", ", g)).ToArray();
        var versions = Rows(connection, Versions).Select(r => $"""INSERT INTO "VersionInfo" VALUES ({string.Join(", ", r)})""").ToArray();
        return journal.Length == migrations.Count && versions.Length == migrations.Count
            ? [[.. Rows(connection, Tables).Select(r => r[0].Trim('\'').Replace("''", "'", StringComparison.Ordinal))], .. migrations.Select((m, i) => (string[])[.. m, journal[i], versions[i]])]
            : throw new InvalidOperationException("The history does not list each migration once.");
    }

    private static List<string[]> Rows(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
                DBNull => "NULL",
                var number => FormattableString.Invariant($"{number}"),
            })]);
        }

        return rows;
    }
}
