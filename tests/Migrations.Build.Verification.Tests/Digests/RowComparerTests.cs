using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Tests.Digests;

public sealed class RowComparerTests
{
    private static readonly string[] Table = ["CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b NUMERIC)", "INSERT INTO t VALUES (1, 'x', 1), (2, NULL, 2.5), (3, '', NULL)"];

    [Fact]
    public void The_same_rows_do_not_differ_whatever_the_order_of_the_columns()
    {
        var difference = Compare(
            Table,
            "CREATE TABLE n (b NUMERIC, id INTEGER PRIMARY KEY, a TEXT)",
            "INSERT INTO n (id, a, b) SELECT id, a, b FROM t ORDER BY id DESC",
            "DROP TABLE t",
            "ALTER TABLE n RENAME TO t");
        Assert.True(difference.None);
    }

    [Theory]
    [InlineData("UPDATE t SET a = '' WHERE id = 2")]
    [InlineData("UPDATE t SET a = NULL WHERE id = 3")]
    [InlineData("UPDATE t SET b = '2.5x' WHERE id = 2")]
    [InlineData("UPDATE t SET a = X'78' WHERE id = 1")]
    public void One_other_value_is_one_changed_row(string change)
    {
        var difference = Compare(Table, change);
        Assert.Equal((0, 0, 1), (difference.Missing.Count, difference.Extra.Count, difference.Changed.Count));
    }

    [Fact]
    public void Rows_that_went_and_came_are_told_apart()
    {
        var difference = Compare(Table, "DELETE FROM t WHERE id = 1", "INSERT INTO t VALUES (4, 'y', 0)");
        Assert.Equal((1, 1, 0), (difference.Missing.Count, difference.Extra.Count, difference.Changed.Count));
    }

    [Fact]
    public void Without_a_key_equal_rows_are_counted()
    {
        string[] table = ["CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES ('x'), ('x'), ('y')"];
        Assert.Single(Compare(table, "DELETE FROM t WHERE rowid = 1").Missing);
        Assert.True(Compare(table, "DELETE FROM t WHERE rowid = 1", "INSERT INTO t VALUES ('x')").None);
    }

    private static RowDifference Compare(string[] make, params string[] change)
    {
        using var database = new ScratchDatabase(make);
        var before = Read(database);
        Array.ForEach(change, database.Run);
        return RowComparer.Compare(before, Read(database));
    }

    private static RowSet Read(ScratchDatabase database) => RowReader.Read(database.Connection, Live.Table(database.Connection, "t")!)!;
}
