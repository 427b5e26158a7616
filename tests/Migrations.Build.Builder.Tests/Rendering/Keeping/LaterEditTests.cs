using Migrations.Build.Builder.Tests.Samples;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Builder.Tests.Samples.Ops;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>What an application writes between Up and Down stays, cell by cell, and everything else is what it was; each case is called by its situation.</summary>
public sealed class LaterEditTests
{
    private const string Items3 = "CREATE TABLE t (Id INTEGER PRIMARY KEY, A, B)";
    private const string Rows3 = "INSERT INTO t VALUES (1, 10, 'x'), (2, 20, 'y'), (3, 30, 'z')";

    // The rows are told as id=a,b after Down; what was left is told as a count.
    [Theory]
    [InlineData("text", Items3, Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET A = 998 WHERE Id = 1", "UPDATE t SET A = A / 2", "1=499,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("text and nobody edits", Items3, Rows3, "UPDATE t SET A = A * 2", "SELECT 1", "UPDATE t SET A = A / 2", "1=10,'x' 2=20,'y' 3=30,'z'", 0)]
    [InlineData("the same number of another class", Items3, Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET A = 20.0 WHERE Id = 1", "SELECT 1", "1=20.0,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("to null", Items3, Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET A = NULL WHERE Id = 1", "SELECT 1", "1=NULL,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("to what it was", Items3, Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET A = 10 WHERE Id = 1", "SELECT 1", "1=10,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("another column", Items3, Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET B = 'edited' WHERE Id = 1", "SELECT 1", "1=10,'edited' 2=20,'y' 3=30,'z'", 0)]
    [InlineData("one of two columns", Items3, Rows3, "UPDATE t SET A = A * 2, B = B || '!'", "UPDATE t SET A = 5 WHERE Id = 1; UPDATE t SET B = 'q' WHERE Id = 2", "SELECT 1", "1=5,'x' 2=20,'q' 3=30,'z'", 2)]
    [InlineData("two updates", Items3, Rows3, "UPDATE t SET A = A * 2; UPDATE t SET B = B || '!'", "UPDATE t SET A = 5 WHERE Id = 1; UPDATE t SET B = 'q' WHERE Id = 2", "SELECT 1", "1=5,'x' 2=20,'q' 3=30,'z'", 2)]
    [InlineData("one column twice", Items3, Rows3, "UPDATE t SET A = A * 2; UPDATE t SET A = A + 1", "UPDATE t SET A = 5 WHERE Id = 1", "SELECT 1", "1=5,'x' 2=20,'y' 3=30,'z'", 2)]
    [InlineData("update and drop", Items3, Rows3, "UPDATE t SET A = A * 2, B = B || '!'; ALTER TABLE t DROP COLUMN B", "UPDATE t SET A = 5 WHERE Id = 1", "ALTER TABLE t ADD COLUMN B", "1=5,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("renamed", Items3, Rows3, "UPDATE t SET A = A * 2; ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME COLUMN A TO C", "UPDATE u SET C = 5 WHERE Id = 1", "ALTER TABLE u RENAME COLUMN C TO A; ALTER TABLE u RENAME TO t", "1=5,'x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("stamp", Items3 + "; CREATE TRIGGER s AFTER UPDATE OF A ON t BEGIN UPDATE t SET B = 'stamp ' || NEW.A WHERE Id = NEW.Id; END", Rows3, "UPDATE t SET A = A * 2", "UPDATE t SET A = 7 WHERE Id = 1; UPDATE t SET B = 'mine' WHERE Id = 2", "SELECT 1", "1=7,'stamp 7' 2=20,'mine' 3=30,'z'", 3)]
    [InlineData("collation", "CREATE TABLE t (Id INTEGER PRIMARY KEY, A TEXT COLLATE NOCASE, B)", "INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2)", "UPDATE t SET A = upper(A)", "UPDATE t SET A = 'a' WHERE Id = 1", "SELECT 1", "1='a',1 2='b',2", 1)]
    [InlineData("without rowid", "CREATE TABLE t (Id TEXT PRIMARY KEY, A, B) WITHOUT ROWID", "INSERT INTO t VALUES ('1', 10, 'x'), ('2', 20, 'y')", "UPDATE t SET A = A * 2", "UPDATE t SET A = 5 WHERE Id = '1'", "SELECT 1", "1=5,'x' 2=20,'y'", 1)]
    [InlineData("without key", "CREATE TABLE t (Id, A, B)", "INSERT INTO t VALUES (1, 10, 'x'), (2, 20, 'y')", "UPDATE t SET A = A * 2", "UPDATE t SET A = 5 WHERE Id = 1", "SELECT 1", "1=5,'x' 2=20,'y'", 1)]
    [InlineData("replaced row", Items3, Rows3, "INSERT OR REPLACE INTO t VALUES (1, 'new', 'new'), (9, 9, 9)", "UPDATE t SET B = 'edited' WHERE Id = 1", "DELETE FROM t WHERE Id = 9", "1=10,'edited' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("replaced row deleted", Items3, Rows3, "INSERT OR REPLACE INTO t VALUES (1, 'new', 'new'), (2, 2, 2)", "DELETE FROM t WHERE Id = 1", "SELECT 1", "2=20,'y' 3=30,'z'", 1)]
    [InlineData("deleted and inserted", Items3, Rows3, "DELETE FROM t WHERE Id = 1; INSERT INTO t VALUES (1, 'new', 'new')", "UPDATE t SET A = 'edited' WHERE Id = 1", "SELECT 1", "1='edited','x' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("written again", Items3, Rows3, "DELETE FROM t WHERE Id < 3", "INSERT INTO t VALUES (1, 'again', 'again')", "SELECT 1", "1='again','again' 2=20,'y' 3=30,'z'", 1)]
    [InlineData("split", Items3, "INSERT INTO t VALUES (1, 'a-b', 'x'), (2, 'c - d', 'y'), (3, NULL, 'z')", "ALTER TABLE t ADD COLUMN F; ALTER TABLE t ADD COLUMN L; UPDATE t SET F = substr(A, 1, 1), L = substr(A, -1); ALTER TABLE t DROP COLUMN A", "UPDATE t SET F = 'q' WHERE Id = 1; UPDATE t SET B = 'w' WHERE Id = 2", "ALTER TABLE t ADD COLUMN A; UPDATE t SET A = F || '-' || L; ALTER TABLE t DROP COLUMN F; ALTER TABLE t DROP COLUMN L", "1='q-b','x' 2='c - d','w' 3=NULL,'z'", 1)]
    [InlineData("dropped and given a constant", Items3, Rows3, "ALTER TABLE t ADD COLUMN F; UPDATE t SET F = A; ALTER TABLE t DROP COLUMN A", "UPDATE t SET F = 'q' WHERE Id = 1", "ALTER TABLE t ADD COLUMN A; UPDATE t SET A = '?'; ALTER TABLE t DROP COLUMN F", "1=10,'x' 2=20,'y' 3=30,'z'", 0)]
    [InlineData("made anew by hand", Items3, Rows3, "CREATE TABLE n (Id INTEGER PRIMARY KEY, A, B); INSERT INTO n SELECT Id, A * 2, B FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t", "UPDATE t SET A = 5 WHERE Id = 1; UPDATE t SET B = 'w' WHERE Id = 2; DELETE FROM t WHERE Id = 3; INSERT INTO t VALUES (4, 8, 'v')", "CREATE TABLE o (Id INTEGER PRIMARY KEY, A, B); INSERT INTO o SELECT Id, A / 2, B FROM t; DROP TABLE t; ALTER TABLE o RENAME TO t", "1=2,'x' 2=20,'w' 4=4,'v'", 1)]
    [InlineData("made anew without some rows", Items3, Rows3, "CREATE TABLE n (Id INTEGER PRIMARY KEY, A, B); INSERT INTO n SELECT * FROM t WHERE Id > 1; DROP TABLE t; ALTER TABLE n RENAME TO t", "UPDATE t SET A = 5 WHERE Id = 2; DELETE FROM t WHERE Id = 3", "CREATE TABLE o (Id INTEGER PRIMARY KEY, A, B); INSERT INTO o SELECT * FROM t; DROP TABLE t; ALTER TABLE o RENAME TO t", "1=10,'x' 2=5,'y'", 2)]
    [InlineData("moved to another table", Items3, Rows3, "CREATE TABLE n (Id INTEGER PRIMARY KEY, F, L, B); INSERT INTO n SELECT Id, A / 10, A % 10, B FROM t; DROP TABLE t", "UPDATE n SET L = 7 WHERE Id = 1; UPDATE n SET B = 'w' WHERE Id = 2", "CREATE TABLE t (Id INTEGER PRIMARY KEY, A, B); INSERT INTO t SELECT Id, F * 10 + L, B FROM n; DROP TABLE n", "1=17,'x' 2=20,'w' 3=30,'z'", 2)]
    [InlineData("another table of the name", Items3, Rows3, "DROP TABLE t; CREATE TABLE t (Id INTEGER PRIMARY KEY, C)", "INSERT INTO t VALUES (1, 'other')", "DROP TABLE t; CREATE TABLE t (Id INTEGER PRIMARY KEY, A, B)", "1=10,'x' 2=20,'y' 3=30,'z'", 0)]
    [InlineData("set null", "CREATE TABLE p (Id INTEGER PRIMARY KEY); CREATE TABLE t (Id INTEGER PRIMARY KEY, A INTEGER REFERENCES p (Id) ON DELETE SET NULL, B)", "INSERT INTO p VALUES (1), (2); INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 2, 'z')", "DELETE FROM p WHERE Id = 1", "UPDATE t SET A = 2 WHERE Id = 1", "SELECT 1", "1=2,'x' 2=1,'y' 3=2,'z'", 1)]
    public void What_is_edited_stays(string name, string before, string fill, string up, string edit, string down, string expected, int left)
    {
        using var migration = new KeptMigration([Sql(before)], [.. Split(up)], [.. Split(down)]);
        migration.File.Run(fill);
        migration.Up();
        migration.File.Run(edit);
        migration.DownLeaving();

        var told = name + "\n" + string.Join('\n', migration.Rendered.Up.Concat(migration.Rendered.Down).Select(s => s.Text));
        var rows = migration.File.Ask("SELECT group_concat(Id || '=' || quote(A) || ',' || quote(B), ' ') FROM (SELECT * FROM t ORDER BY Id)");
        Assert.True(expected == (string?)rows, $"{rows} in {told}");
        Assert.True(left == migration.Superseded(), $"{migration.Superseded()} superseded in {told}");
    }

    [Fact]
    public void An_edit_that_a_collation_calls_equal_to_the_constant_stays()
    {
        using var migration = new KeptMigration(
            [Sql("CREATE TABLE t (Id INTEGER PRIMARY KEY, A TEXT COLLATE NOCASE)")], [new UpdateRows(T("t"), Items.Of(new Cell("A", Value.Of("new"))), Items<Cell>.Empty, true)]);
        migration.File.Run("INSERT INTO t VALUES (1, 'a'), (2, 'b')");
        migration.Up();
        migration.File.Run("UPDATE t SET A = 'NEW' WHERE Id = 1");
        migration.Down();

        Assert.Equal("NEW b", migration.File.Ask("SELECT group_concat(A, ' ') FROM (SELECT A FROM t ORDER BY Id)"));
    }

    private static IEnumerable<RawSql> Split(string text) => text.Split("; ").Select(Sql);

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
