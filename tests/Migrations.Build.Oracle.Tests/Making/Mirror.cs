using Microsoft.Data.Sqlite;
using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>A schema in memory that follows what a story does, so that the next change speaks of what is there.</summary>
internal sealed class Mirror : IDisposable
{
    private readonly SqliteConnection _connection = Sqlite.Open(":memory:");

    public Snapshot Now => Snapshot.Of(_connection);

    /// <summary>Whether SQLite takes it.</summary>
    public bool Takes(string sql)
    {
        Sqlite.Execute(_connection, "SAVEPOINT s");
        var takes = Sqlite.Try(_connection, sql) is null;
        Sqlite.Try(_connection, takes ? "RELEASE s" : "ROLLBACK TO s; RELEASE s");
        return takes;
    }

    /// <summary>Whether every foreign key leads to a key.</summary>
    public bool AreReferencesSound => Sqlite.Try(_connection, "PRAGMA foreign_key_check") is null
        && Sqlite.Rows(_connection, "SELECT f.\"table\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE lower(f.\"table\") NOT IN (SELECT lower(name) FROM pragma_table_list)").Count == 0;

    /// <summary>The statements that make a table with everything on it.</summary>
    public string[] Script(string table) => [.. Sqlite.Rows(_connection, "SELECT sql FROM sqlite_schema WHERE tbl_name = $0 AND sql IS NOT NULL AND type <> 'view' ORDER BY type = 'table' DESC, type", table).Select(r => r[0])];

    public string? Text(string type, string name) => Sqlite.Rows(_connection, "SELECT sql FROM sqlite_schema WHERE type = $0 AND name = $1", type, name) is [var found] ? found[0] : null;

    public List<(string Name, string Table)> Named(string type) => [.. Sqlite.Rows(_connection, "SELECT name, tbl_name FROM sqlite_schema WHERE type = $0 AND sql IS NOT NULL ORDER BY name", type).Select(r => (r[0], r[1]))];

    public void Dispose() => _connection.Dispose();
}
