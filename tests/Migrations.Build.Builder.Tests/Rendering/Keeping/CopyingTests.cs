using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Tests.Rendering.Keeping;

/// <summary>A table that SQL makes anew by hand: what is copied is not destroyed, and what users do to it afterwards stays.</summary>
public sealed class CopyingTests
{
    private const string Old = "CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, M TEXT)";
    private const string New = "CREATE TABLE n (Id INTEGER PRIMARY KEY, N TEXT NOT NULL, M TEXT, K TEXT DEFAULT 'a')";
    private const string Swap = "DROP TABLE t; ALTER TABLE n RENAME TO t";
    private const string Back = "CREATE TABLE o (Id INTEGER PRIMARY KEY, N TEXT, M TEXT); INSERT INTO o SELECT Id, N, M FROM t; DROP TABLE t; ALTER TABLE o RENAME TO t";

    [Theory]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t; " + Swap)]
    [InlineData(New + "; INSERT INTO n (\"Id\", \"N\", \"M\") SELECT \"t\".\"Id\", [N], t.M FROM \"t\" ORDER BY Id; " + Swap)]
    [InlineData("CREATE TABLE n (Id INTEGER PRIMARY KEY, N TEXT NOT NULL, M TEXT); INSERT INTO n SELECT * FROM t; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M, K) SELECT Id, N, M, 'b' FROM t AS x; " + Swap)]
    [InlineData("ALTER TABLE t RENAME TO old; CREATE TABLE t (Id INTEGER PRIMARY KEY, N TEXT, M TEXT, K TEXT); INSERT INTO t (Id, N, M) SELECT Id, N, M FROM old; DROP TABLE old")]
    [InlineData("CREATE TABLE n (Id INTEGER PRIMARY KEY, Title TEXT, M TEXT); INSERT INTO n SELECT Id, N, M FROM t; " + Swap, "CREATE TABLE o (Id INTEGER PRIMARY KEY, N TEXT, M TEXT); INSERT INTO o SELECT Id, Title, M FROM t; DROP TABLE t; ALTER TABLE o RENAME TO t")]
    public void Rows_that_are_copied_are_not_kept_and_what_users_do_to_them_stays(string up, string down = Back)
    {
        using var migration = Migration(up, down);
        Assert.DoesNotContain(migration.Rendered.Keeps, k => k.Way == Direction.Up);
        Assert.True(migration.Rendered.KeepsAll);
        migration.Up();
        migration.File.Run("DELETE FROM t WHERE Id = 2; UPDATE t SET M = 'edited' WHERE Id = 1");
        migration.Down();
        Assert.Equal("1:a:edited,3:c:z", migration.File.Ask("SELECT group_concat(Id || ':' || N || ':' || M) FROM (SELECT * FROM t ORDER BY Id)"));
    }

    [Fact]
    public void What_is_not_copied_comes_back_and_rows_that_users_deleted_do_not()
    {
        using var migration = Migration("CREATE TABLE n (Id INTEGER PRIMARY KEY, N TEXT); INSERT INTO n SELECT Id, N FROM t; " + Swap,
            "CREATE TABLE o (Id INTEGER PRIMARY KEY, N TEXT, M TEXT); INSERT INTO o (Id, N) SELECT Id, N FROM t; DROP TABLE t; ALTER TABLE o RENAME TO t");
        Assert.Equal(["M"], Assert.Single(migration.Rendered.Keeps).Columns);
        migration.Up();
        migration.File.Run("DELETE FROM t WHERE Id = 2; UPDATE t SET N = 'edited' WHERE Id = 1");
        migration.Down();
        Assert.Equal("1:edited:x,3:c:z", migration.File.Ask("SELECT group_concat(Id || ':' || N || ':' || M) FROM (SELECT * FROM t ORDER BY Id)"));
    }

    [Theory]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t WHERE Id > 1; " + Swap)]
    [InlineData(New + "; INSERT OR IGNORE INTO n (Id, N, M) SELECT Id, N, M FROM t; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT DISTINCT Id, N, M FROM t; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT t.Id, t.N, t.M FROM t JOIN t AS u ON u.Id = t.Id; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t LIMIT 2; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t; DELETE FROM n WHERE Id = 2; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t; UPDATE n SET N = upper(N); " + Swap)]
    [InlineData("CREATE TABLE n (Id INTEGER PRIMARY KEY, N TEXT UNIQUE ON CONFLICT IGNORE, M TEXT); INSERT INTO n SELECT Id, N, M FROM t; " + Swap)]
    [InlineData(New + "; INSERT INTO n (Id, N, M) SELECT Id, N, M FROM t; DROP TABLE t; ALTER TABLE n RENAME TO u", "DROP TABLE u; " + Old)]
    public void What_is_copied_in_part_or_elsewhere_counts_as_destroyed(string up, string down = Back)
    {
        using var migration = Migration(up, down);
        Assert.Contains(migration.Rendered.Keeps, k => k.Table == "t" && k.Columns.Count == 0);
    }

    private static KeptMigration Migration(string up, string down)
    {
        var migration = new KeptMigration([Sql(Old)], [Sql(up)], [Sql(down)]);
        migration.File.Run("INSERT INTO t VALUES (1,'a','x'),(2,'b','y'),(3,'c','z')");
        return migration;
    }

    private static RawSql Sql(string text) => new(text, SqlSource.Statement);
}
