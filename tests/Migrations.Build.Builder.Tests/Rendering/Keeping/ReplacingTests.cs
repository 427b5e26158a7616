using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>Rows that go without a word, since others take their place, come back; each case is called by its situation.</summary>
public sealed class ReplacingTests
{
    private const string Tokens = "CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT UNIQUE ON CONFLICT REPLACE, Owner TEXT)";
    private const string Admin = "INSERT INTO t VALUES (3, 'admin', 'the customer'), (4, 'guest', 'another')";

    [Theory]
    [InlineData("insert", Tokens, Admin, "INSERT INTO t VALUES (77, 'admin', 'seed')", "DELETE FROM t WHERE Id = 77")]
    [InlineData("insert select", Tokens, Admin, "INSERT INTO t SELECT Id + 100, Code, 'copy' FROM t", "DELETE FROM t WHERE Id > 100")]
    [InlineData("insert a pair", "CREATE TABLE t (Id INTEGER PRIMARY KEY, A, B, UNIQUE (A, B) ON CONFLICT REPLACE)", "INSERT INTO t VALUES (1, 1, 2), (2, NULL, 2)", "INSERT INTO t VALUES (7, 1, 2), (8, NULL, 2)", "DELETE FROM t WHERE Id > 6")]
    [InlineData("primary key", "CREATE TABLE t (Id INTEGER PRIMARY KEY ON CONFLICT REPLACE, Code TEXT)", "INSERT INTO t VALUES (3, 'old')", "INSERT INTO t VALUES (3, 'new'), (4, 'more')", "DELETE FROM t WHERE Id = 4")]
    [InlineData("numbered", "CREATE TABLE t (Id INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT, Code TEXT)", "INSERT INTO t VALUES (3, 'old')", "INSERT INTO t VALUES (3, 'new')", "SELECT 1")]
    [InlineData("without rowid", "CREATE TABLE t (Code TEXT PRIMARY KEY ON CONFLICT REPLACE, Owner TEXT) WITHOUT ROWID", "INSERT INTO t VALUES ('a', 'old')", "INSERT INTO t VALUES ('a', 'new')", "SELECT 1")]
    [InlineData("without key", "CREATE TABLE t (Code TEXT UNIQUE ON CONFLICT REPLACE, Owner TEXT)", "INSERT INTO t VALUES ('a', 'old'), ('b', 'stays')", "INSERT INTO t VALUES ('a', 'new')", "DELETE FROM t WHERE Owner = 'new'")]
    [InlineData("constraint of the table", "CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT, CONSTRAINT uq UNIQUE (Code) ON CONFLICT REPLACE)", "INSERT INTO t VALUES (3, 'old')", "INSERT INTO t VALUES (9, 'old')", "DELETE FROM t WHERE Id = 9")]
    [InlineData("upsert", Tokens, Admin, "INSERT INTO t VALUES (9, 'admin', 'x') ON CONFLICT (Id) DO UPDATE SET Owner = 'q'", "DELETE FROM t WHERE Id = 9")]
    [InlineData("update", Tokens, Admin, "UPDATE t SET Code = 'guest' WHERE Id = 3", "SELECT 1")]
    [InlineData("trigger", Tokens + "; CREATE TABLE o (x); CREATE TRIGGER tr AFTER INSERT ON o BEGIN INSERT INTO t VALUES (NEW.x, 'admin', 'by trigger'); END", Admin, "INSERT INTO o VALUES (9)", "DELETE FROM o; DELETE FROM t WHERE Id = 9")]
    [InlineData("or replace holds in triggers", "CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT UNIQUE); CREATE TABLE o (x UNIQUE); CREATE TRIGGER tr AFTER INSERT ON o BEGIN INSERT INTO t VALUES (NEW.x, 'admin'); END", "INSERT INTO t VALUES (3, 'admin')", "INSERT OR REPLACE INTO o VALUES (9)", "DELETE FROM o; DELETE FROM t WHERE Id = 9")]
    [InlineData("children", Tokens + "; CREATE TABLE c (Id INTEGER PRIMARY KEY, T INTEGER REFERENCES t (Id) ON DELETE CASCADE)", Admin + "; INSERT INTO c VALUES (1, 3), (2, 4)", "INSERT INTO t VALUES (77, 'admin', 'seed')", "DELETE FROM t WHERE Id = 77")]
    [InlineData("not null", "CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT NOT NULL ON CONFLICT REPLACE DEFAULT 'd')", "INSERT INTO t VALUES (3, 'old')", "INSERT INTO t VALUES (9, NULL)", "DELETE FROM t WHERE Id = 9")]
    public void A_row_that_another_takes_the_place_of_comes_back(string name, string before, string fill, string up, string down)
    {
        using var migration = new KeptMigration([Sql(before)], [Sql(up)], [.. down.Split("; ").Select(Sql)]);
        migration.File.Run(fill);
        var told = SituationTests.Check(migration);
        Assert.True(told.Length == 0, name + ": " + told + "\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text)));
    }

    [Fact]
    public void An_insert_by_call_keeps_what_it_replaces()
    {
        using var migration = new KeptMigration([Sql(Tokens)], [new InsertRows(T("t"), Items.Of(Row(("Id", Value.Of(77)), ("Code", Value.Of("admin")))))]);
        migration.File.Run(Admin);

        Assert.Equal("", SituationTests.Check(migration));
        Assert.Single(migration.Rendered.Keeps, k => k.Way == Direction.Up);
    }

    [Theory]
    [InlineData("REPLACE")]
    [InlineData("IGNORE")]
    public void Rows_that_become_equal_in_a_narrower_type_come_back(string conflict)
    {
        using var migration = new KeptMigration(
            [Sql($"CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT UNIQUE ON CONFLICT {conflict}, Owner TEXT)")], [new AlterColumn(T("t"), C("Code"))], [new AlterColumn(T("t"), C("Code", TypeKind.String))]);
        migration.File.Run("INSERT INTO t VALUES (1, '7', 'a'), (2, '07', 'b'), (3, '8', 'c'), (4, 'x', 'd'), (5, '7.0', 'e')");
        migration.Up();
        Assert.Equal(3L, migration.File.Ask("SELECT count(*) FROM t"));
        Assert.Equal("", migration.DownLeaving());

        Assert.Equal("1=7,a 2=07,b 3=8,c 4=x,d 5=7.0,e", migration.File.Ask("SELECT group_concat(Id || '=' || Code || ',' || Owner, ' ') FROM (SELECT * FROM t ORDER BY Id)"));
        Assert.Equal(5L, migration.File.Ask("SELECT count(*) FROM t WHERE typeof(Code) = 'text'"));
        Assert.True(migration.Rendered.KeepsAll);
    }

    [Fact]
    public void Rows_that_become_equal_in_a_narrower_type_are_not_promised_without_a_key()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t (Code TEXT UNIQUE ON CONFLICT REPLACE)")], [new AlterColumn(T("t"), C("Code"))], [new AlterColumn(T("t"), C("Code", TypeKind.String))]);

        Assert.False(migration.Rendered.KeepsAll);
    }

    [Theory]
    [InlineData("INSERT INTO o VALUES (1)")]
    [InlineData("UPDATE t SET Owner = Owner || '!'")]
    [InlineData("UPDATE o SET x = x + 1")]
    public void A_constraint_that_replaces_is_nothing_to_other_tables_and_columns(string up)
    {
        using var migration = new KeptMigration([Sql(Tokens + "; CREATE TABLE o (x INTEGER PRIMARY KEY, y)")], [Sql(up)], [Sql("SELECT 1")]);

        Assert.DoesNotContain(migration.Rendered.Keeps, k => k.Columns.Count == 0);
    }

    [Fact]
    public void A_dropped_key_comes_back_with_what_it_does_about_conflicts()
    {
        using var migration = new KeptMigration([Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, Code TEXT, CONSTRAINT uq UNIQUE (Code) ON CONFLICT REPLACE)")], [new DropTable(T("t"))]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a')");
        Assert.Equal("", SituationTests.Check(migration));

        migration.File.Run("INSERT INTO t VALUES (2, 'a')");
        Assert.Equal(1L, migration.File.Ask("SELECT count(*) FROM t"));
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
