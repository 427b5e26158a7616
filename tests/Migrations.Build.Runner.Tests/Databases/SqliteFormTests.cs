using Migrations.Build.Runner.Databases.Sqlite;

namespace Migrations.Build.Runner.Tests.Databases;

/// <summary>A table is the same however it is written, and another one where the engine has it otherwise.</summary>
public sealed class SqliteFormTests
{
    [Theory]
    [InlineData("id INT PRIMARY KEY", "\"id\" INT, PRIMARY KEY (\"id\")")]
    [InlineData("id INTEGER PRIMARY KEY", "id INTEGER, PRIMARY KEY (ID)")]
    [InlineData("id TEXT NOT NULL PRIMARY KEY ASC DEFAULT 'x'", "id TEXT NOT NULL DEFAULT 'x', PRIMARY KEY (id)")]
    [InlineData("id TEXT PRIMARY KEY ON CONFLICT REPLACE NOT NULL", "id TEXT NOT NULL, PRIMARY KEY (id) ON CONFLICT REPLACE")]
    [InlineData("id INT PRIMARY KEY, n TEXT COLLATE NOCASE UNIQUE ON CONFLICT IGNORE", "id INT, n TEXT COLLATE NOCASE, UNIQUE (n) ON CONFLICT IGNORE, PRIMARY KEY (id)")]
    [InlineData("id INT PRIMARY KEY UNIQUE", "id INT, UNIQUE (id), PRIMARY KEY (id)")]
    public void A_key_of_one_column_stands_in_it_or_behind_all(string one, string other) => Assert.Equal(Form(one), Form(other));

    [Theory]
    [InlineData("id INT PRIMARY KEY", "id INT, PRIMARY KEY (id) ON CONFLICT REPLACE")]
    [InlineData("id INT PRIMARY KEY", "id INT UNIQUE")]
    [InlineData("id INTEGER PRIMARY KEY", "id INTEGER PRIMARY KEY AUTOINCREMENT")]
    [InlineData("id INTEGER PRIMARY KEY DESC", "id INTEGER, PRIMARY KEY (id DESC)")]
    [InlineData("id INT PRIMARY KEY, n INT", "id INT, n INT PRIMARY KEY")]
    [InlineData("id INT UNIQUE, n INT", "id INT, n INT, UNIQUE (id, n)")]
    [InlineData("id INT DEFAULT 'PRIMARY KEY'", "id INT DEFAULT 'PRIMARY KEY', PRIMARY KEY (id)")]
    public void What_the_engine_has_otherwise_is_another(string one, string other) => Assert.NotEqual(Form(one), Form(other));

    private static string[] Form(string columns) => [.. SqliteForm.Of($"CREATE TABLE t ({columns})", []).Select(p => p.Form)];
}
