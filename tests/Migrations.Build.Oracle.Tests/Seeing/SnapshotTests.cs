using Migrations.Build.Oracle.Tests.Playing;

namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>The oracle sees what the engine would treat otherwise, and nothing else.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT COLLATE NOCASE)")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a INT)")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT NOT NULL)")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT DEFAULT 'x')")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT) STRICT")]
    [InlineData("CREATE TABLE t (a INTEGER PRIMARY KEY)", "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)")]
    [InlineData("CREATE TABLE t (a TEXT PRIMARY KEY NOT NULL)", "CREATE TABLE t (a TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID")]
    [InlineData("CREATE TABLE t (a TEXT UNIQUE)", "CREATE TABLE t (a TEXT UNIQUE ON CONFLICT REPLACE)")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (a TEXT CHECK (a > ''))")]
    [InlineData("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a DESC)")]
    [InlineData("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a) WHERE a > 'x'")]
    [InlineData("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (lower(a))", "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (upper(a))")]
    [InlineData("CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t (a))", "CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t (a) ON DELETE CASCADE)")]
    [InlineData("CREATE TABLE t (a TEXT); CREATE VIEW v AS SELECT a FROM t", "CREATE TABLE t (a TEXT); CREATE VIEW v AS SELECT a || '' FROM t")]
    [InlineData("CREATE TABLE t (a TEXT)", "CREATE TABLE t (A TEXT)")]
    public void Another_schema_is_another(string one, string other) => Assert.NotEmpty(Of(one).SchemaDifferences(Of(other)));

    [Theory]
    [InlineData("CREATE TABLE t (a TEXT, b INT)", "CREATE TABLE \"t\" (b INTEGER, [a] VARCHAR(9)) -- said otherwise")]
    [InlineData("CREATE TABLE t (a INT PRIMARY KEY)", "CREATE TABLE t (a INT, CONSTRAINT pk PRIMARY KEY (a))")]
    [InlineData("CREATE TABLE t (a INTEGER PRIMARY KEY, b REFERENCES t)", "CREATE TABLE t (a INTEGER PRIMARY KEY, b, FOREIGN KEY (b) REFERENCES T (a))")]
    [InlineData("CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a) WHERE a > ''", "CREATE TABLE t (a TEXT); CREATE INDEX \"i\" ON \"t\" ( \"a\" )\n WHERE \"a\" > ''")]
    public void The_same_schema_is_the_same(string one, string other) => Assert.Equal("", string.Join(" | ", Of(one).SchemaDifferences(Of(other))));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("1", "'1'")]
    [InlineData("'a'", "x'61'")]
    [InlineData("NULL", "''")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("0.1", "0.1000000000000001")]
    [InlineData("9e999", "-9e999")]
    [InlineData("'a' || char(13, 10)", "'a' || char(10)")]
    public void Another_value_is_another(string one, string other)
    {
        Assert.Null(Failures.Differs(Holding(one), Holding(one), ""));
        Assert.Equal("a value differs", Failures.Differs(Holding(one), Holding(other), "")!.Kind);
    }

    private static Snapshot Holding(string value) => Of($"CREATE TABLE t (id INTEGER PRIMARY KEY, v); INSERT INTO t VALUES (1, {value})");

    private static Snapshot Of(string sql)
    {
        using var connection = Sqlite.Open(":memory:");
        Sqlite.Execute(connection, sql);
        return Snapshot.Of(connection);
    }
}
