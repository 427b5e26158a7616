using Microsoft.Data.Sqlite;

namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>What a database holds, as SQLite itself tells it. Nothing here knows the product, but for the names of its own tables.</summary>
internal sealed record Snapshot(IReadOnlyDictionary<string, TableState> Tables, IReadOnlyDictionary<string, string> Programs)
{
    public static Snapshot Of(string file)
    {
        using var connection = Sqlite.Open(file);
        return Of(connection);
    }

    public static Snapshot Of(SqliteConnection connection)
    {
        var tables = Sqlite.Rows(connection, "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
            .Where(t => !IsOwn(t[0]))
            .Select(t => TableReader.Read(connection, t[0], t[1] == "virtual", t[2] == "1", t[3] == "1"))
            .ToDictionary(t => t.Name, StringComparer.Ordinal);
        var programs = Sqlite.Rows(connection, "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')")
            .ToDictionary(p => p[0] + " " + p[1], p => Words.Of(p[2]), StringComparer.Ordinal);
        return new(tables, programs);
    }

    /// <summary>What another schema lacks or has more; empty where both are one to the engine.</summary>
    public IEnumerable<string> SchemaDifferences(Snapshot other)
    {
        foreach (var fact in Facts().Except(other.Facts(), StringComparer.Ordinal))
        {
            yield return "gone: " + fact;
        }

        foreach (var fact in other.Facts().Except(Facts(), StringComparer.Ordinal))
        {
            yield return "new: " + fact;
        }
    }

    private IEnumerable<string> Facts() => Tables.Values.SelectMany(t => t.Facts).Concat(Programs.Select(p => p.Key + ": " + p.Value));

    private static bool IsOwn(string name) => name.StartsWith("migrations_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase)
        || name.Equals("VersionInfo", StringComparison.OrdinalIgnoreCase);
}
