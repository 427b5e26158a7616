using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>An insert that is undone takes no row with it that was there before, or that an application wrote since; each case is called by its situation.</summary>
public sealed class EqualRowsTests
{
    private const string Roles = "CREATE TABLE t (Id INTEGER PRIMARY KEY AUTOINCREMENT, N TEXT)";
    private const string Log = "CREATE TABLE t (N TEXT, V)";

    [Theory]
    [InlineData("numbered", Roles, "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t (N) VALUES ('a')", "SELECT 1", "DELETE FROM t WHERE N = 'a'", "1a 2b")]
    [InlineData("several rows", Roles, "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t (N) VALUES ('a'), ('b'), ('a')", "SELECT 1", "DELETE FROM t WHERE N = 'a'; DELETE FROM t WHERE N = 'b'", "1a 2b")]
    [InlineData("all rows", Roles, "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t (N) VALUES ('c')", "SELECT 1", "DELETE FROM t", "1a 2b")]
    [InlineData("select", Roles, "INSERT INTO t VALUES (1, 'a'), (2, 'b')", "INSERT INTO t (N) SELECT N FROM t", "SELECT 1", "DELETE FROM t WHERE N IN (SELECT N FROM t)", "1a 2b")]
    [InlineData("written since", Roles, "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t (N) VALUES ('a')", "INSERT INTO t VALUES (9, 'a')", "DELETE FROM t WHERE N = 'a'", "1a 9a")]
    [InlineData("made equal since", Roles, "INSERT INTO t VALUES (1, 'b')", "INSERT INTO t (N) VALUES ('a')", "UPDATE t SET N = 'a' WHERE Id = 1", "DELETE FROM t WHERE N = 'a'", "1a")]
    [InlineData("inserted one edited since", Roles, "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t (N) VALUES ('a')", "UPDATE t SET N = 'q' WHERE Id = 2", "DELETE FROM t WHERE N = 'a'", "1a 2q")]
    [InlineData("inserted one deleted since", Roles, "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t (N) VALUES ('a')", "DELETE FROM t WHERE Id = 2", "DELETE FROM t WHERE N = 'a'", "1a")]
    [InlineData("ignored", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1, 'a')", "INSERT OR IGNORE INTO t VALUES (1, 'x'), (2, 'y')", "SELECT 1", "DELETE FROM t WHERE Id IN (1, 2)", "1a")]
    [InlineData("ignored by the table", "CREATE TABLE t (Id INTEGER PRIMARY KEY ON CONFLICT IGNORE, N TEXT)", "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (1, 'x'), (2, 'y')", "SELECT 1", "DELETE FROM t WHERE Id IN (1, 2)", "1a")]
    [InlineData("upsert", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (1, 'x'), (2, 'y') ON CONFLICT (Id) DO UPDATE SET N = excluded.N", "SELECT 1", "DELETE FROM t WHERE Id IN (1, 2)", "1a")]
    [InlineData("replaced", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT)", "INSERT INTO t VALUES (1, 'a')", "REPLACE INTO t VALUES (1, 'x'), (2, 'y')", "SELECT 1", "DELETE FROM t WHERE Id IN (1, 2)", "1a")]
    [InlineData("without rowid", "CREATE TABLE t (Id TEXT PRIMARY KEY, N TEXT) WITHOUT ROWID", "INSERT INTO t VALUES ('1', 'a')", "INSERT INTO t VALUES ('2', 'a')", "SELECT 1", "DELETE FROM t WHERE N = 'a'", "1a")]
    [InlineData("two keys", "CREATE TABLE t (Id INT NOT NULL, N TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (Id, N))", "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (2, 'A')", "SELECT 1", "DELETE FROM t WHERE N = 'a'", "1a")]
    [InlineData("by a trigger", Roles + "; CREATE TABLE o (x); CREATE TRIGGER tr AFTER INSERT ON o BEGIN INSERT INTO t (N) VALUES (NEW.x); END", "INSERT INTO t VALUES (1, 'a')", "INSERT INTO o VALUES ('a')", "SELECT 1", "DELETE FROM o; DELETE FROM t WHERE N = 'a'", "1a")]
    [InlineData("renamed", Roles, "INSERT INTO t VALUES (1, 'a')", "INSERT INTO t (N) VALUES ('a'); ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME COLUMN Id TO K", "SELECT 1", "DELETE FROM u WHERE N = 'a'; ALTER TABLE u RENAME COLUMN K TO Id; ALTER TABLE u RENAME TO t", "1a")]
    [InlineData("changed later", Roles, "INSERT INTO t VALUES (1, 'c')", "INSERT INTO t (N) VALUES ('a'); UPDATE t SET N = 'c' WHERE N = 'a'", "SELECT 1", "DELETE FROM t WHERE N = 'c'", "1c")]
    [InlineData("trigger of the table", Roles + "; CREATE TABLE l (x); CREATE TRIGGER tr BEFORE DELETE ON t BEGIN INSERT INTO l VALUES (OLD.Id); DELETE FROM t WHERE Id = OLD.Id + 10; END", "INSERT INTO t VALUES (1, 'a'), (11, 'b')", "INSERT INTO t (N) VALUES ('a')", "SELECT 1", "DELETE FROM t WHERE N = 'a'", "1a 11b")]
    [InlineData("cascade", Roles + "; CREATE TABLE c (Id INTEGER PRIMARY KEY, T INTEGER REFERENCES t (Id) ON DELETE CASCADE)", "INSERT INTO t VALUES (1, 'a'); INSERT INTO c VALUES (1, 1)", "INSERT INTO t (N) VALUES ('a')", "INSERT INTO c VALUES (2, 2)", "DELETE FROM t WHERE N = 'a'; UPDATE t SET N = N || (SELECT group_concat(T) FROM c)", "1a1")]
    [InlineData("in a tree", "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, P INTEGER REFERENCES t (Id) ON DELETE CASCADE)", "INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', 1)", "INSERT INTO t VALUES (5, 'a', NULL), (6, 'c', 5)", "INSERT INTO t VALUES (7, 'd', 6), (8, 'a', 1)", "DELETE FROM t WHERE N = 'a'", "1a 2b 8a")]
    public void Only_what_was_inserted_goes(string name, string before, string fill, string up, string edit, string down, string expected)
    {
        using var migration = new KeptMigration([Sql(before)], [.. up.Split("; ").Select(Sql)], [.. down.Split("; ").Select(Sql)]);
        migration.File.Run(fill);
        migration.Up();
        migration.File.Run(edit);
        var left = migration.DownLeaving();

        var told = $"left {left} of {name}\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text));
        var rows = migration.File.Ask("SELECT group_concat(Id || N, ' ') FROM (SELECT * FROM t ORDER BY 0 + Id)");
        Assert.True(expected == (string?)rows && migration.Rendered.KeepsAll == true, $"{rows} in {told}");
        Assert.Equal(0L, migration.File.Ask("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'migrations!_trigger%' ESCAPE '!'"));
    }

    [Theory]
    [InlineData("equal in all", "INSERT INTO t VALUES ('a', 1), ('b', 2)", "INSERT INTO t VALUES ('a', 1)", "SELECT 1", "1 a1, 2 b2")]
    [InlineData("equal in what is said", "INSERT INTO t VALUES ('a', 1)", "INSERT INTO t (N) VALUES ('a')", "SELECT 1", "1 a1")]
    [InlineData("numbered anew", "INSERT INTO t VALUES ('x', 0), ('a', 1)", "INSERT INTO t (N) VALUES ('a')", "DELETE FROM t WHERE N = 'x'; VACUUM", "1 a1, 2 a-")]
    [InlineData("edited", "INSERT INTO t VALUES ('a', 1)", "INSERT INTO t (N) VALUES ('a')", "UPDATE t SET V = 5 WHERE rowid = 2", "1 a1, 2 a5")]
    public void Without_a_key_a_row_is_told_by_its_number_and_all_that_it_holds(string name, string fill, string up, string edit, string expected)
    {
        using var migration = new KeptMigration([Sql(Log)], [Sql(up)], [Sql("DELETE FROM t WHERE N = 'a'")]);
        migration.File.Run(fill);
        migration.Up();
        migration.File.Run(edit);
        migration.Down();

        Assert.True(expected == (string?)migration.File.Ask("SELECT group_concat(rowid || ' ' || N || coalesce(V, '-'), ', ') FROM t"), name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_insert_by_call_is_undone_alone(bool inferred)
    {
        Items<Row> rows = Items.Of(Row("N", Value.Of("a")), Row("N", Value.Of("b")));
        using var migration = new KeptMigration([Table("t", Id, C("N", TypeKind.String))], [new InsertRows(T("t"), rows)], inferred ? null : [new DeleteRows(T("t"), rows, false)]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a'), (2, 'a')");

        migration.Up();
        Assert.Equal(4L, migration.File.Ask("SELECT count(*) FROM t"));

        Assert.Equal("", migration.DownLeaving());
        Assert.Equal("1a 2a", migration.File.Ask("SELECT group_concat(Id || N, ' ') FROM (SELECT * FROM t ORDER BY Id)"));
        Assert.True(migration.Rendered.KeepsAll);
    }

    [Fact]
    public void Where_the_key_is_said_nothing_is_noted()
    {
        Items<Row> rows = Items.Of(Row(("Id", Value.Of(5)), ("N", Value.Of("a"))));
        using var migration = new KeptMigration([Table("t", Id, C("N", TypeKind.String))], [new InsertRows(T("t"), rows)]);

        Assert.DoesNotContain(migration.Rendered.Up.Concat(migration.Rendered.Down), s => s.Text.Contains("migrations_kept_7_i", StringComparison.Ordinal));
        Assert.True(migration.Rendered.KeepsAll);
    }

    [Fact]
    public void A_delete_that_makes_room_for_a_stricter_rule_deletes_what_it_says_and_that_is_said()
    {
        using var migration = new KeptMigration(
            [Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT NOT NULL)")],
            [new AlterColumn(T("t"), C("N", TypeKind.String)), Sql("INSERT INTO t VALUES (9, NULL)")],
            [Sql("DELETE FROM t WHERE N IS NULL"), new AlterColumn(T("t"), C("N", TypeKind.String) with { Nullable = false })]);
        migration.Up();
        migration.File.Run("INSERT INTO t VALUES (10, NULL)");
        migration.Down();

        Assert.Equal(0L, migration.File.Ask("SELECT count(*) FROM t"));
        Assert.False(migration.Rendered.KeepsAll);
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
