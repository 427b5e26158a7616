using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class ReferencedKeyDroppedTests
{
    private static readonly Draft Both = A.Migration(1, A.Create("orders", A.Text("x")), A.Create("lines", A.Typed("order_id", TypeKind.Int64)), A.ForeignKey("fk", "lines", "order_id", "orders"));

    [Fact]
    public void A_table_that_a_foreign_key_refers_to_is_found()
    {
        var found = Assert.Single(A.History(Both, A.Migration(2, A.Drop("orders"))).On(A.Everywhere).Found(ReferencedKeyDropped.Rule));

        Assert.Equal(
            "Table 'orders' is dropped while foreign key 'lines.fk' refers to it. The server refuses that, and SQLite refuses the rows that the foreign key should check "
            + "from then on. Drop the foreign key first.",
            FindingText.Of(found));
    }

    [Fact]
    public void The_primary_key_and_its_column_are_found_too()
    {
        Assert.Equal("primary key", Found(new DropKey(A.Table("orders"), KeyKind.Primary, null)).Values[0]);
        Assert.Equal(Items.Of("column", "orders.id", "lines.fk"), Found(A.DropColumn("orders", "id")).Values);
    }

    [Fact]
    public void A_column_that_nothing_refers_to_is_silent() => Silent(A.DropColumn("orders", "x"));

    [Fact]
    public void The_referring_table_is_silent() => Silent(A.Drop("lines"));

    [Fact]
    public void A_foreign_key_that_was_dropped_before_is_silent() => Silent(A.DropForeignKey("fk", "lines"), A.Drop("orders"));

    [Fact]
    public void A_table_that_refers_to_itself_is_silent() => Assert.Empty(A.History(
        A.Migration(1, A.Create("nodes", A.Typed("parent_id", TypeKind.Int64)), A.ForeignKey("fk", "nodes", "parent_id", "nodes")),
        A.Migration(2, A.Drop("nodes"))).On(A.Everywhere).Found(ReferencedKeyDropped.Rule));

    [Fact]
    public void On_Sqlite_what_Up_leaves_counts() => Assert.Equal(
        Items.Of(DatabaseKind.Postgres, DatabaseKind.MySql, DatabaseKind.MariaDb, DatabaseKind.SqlServer),
        Assert.Single(A.History(Both, A.Migration(2, A.Drop("orders"), A.Create("orders"))).On(A.Everywhere).Found(ReferencedKeyDropped.Rule)).Databases);

    [Theory]
    [InlineData("drop table orders", 1)]
    [InlineData("drop table orders cascade", 0)]
    [InlineData("drop table lines; drop table orders", 0)]
    [InlineData("alter table orders drop column id", 1)]
    [InlineData("alter table orders drop column x", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Both, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(ReferencedKeyDropped.Rule).Length);

    [Fact]
    public void Code_that_may_have_dropped_the_foreign_key_leaves_an_info() =>
        Assert.Equal(Severity.Info, Assert.Single(A.History(Both, A.Migration(2, A.Code()), A.Migration(3, A.Drop("orders"))).Found(ReferencedKeyDropped.Rule)).Severity);

    [Fact]
    public void Sqlite_drops_the_table_and_refuses_the_rows()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key); create table lines (id integer primary key, order_id integer references orders (id))");

        Assert.False(database.Refuses("drop table orders"));
        Assert.True(database.Refuses("insert into lines values (1, 1)"));
    }

    private static Finding Found(Operation operation) => Assert.Single(A.History(Both, A.Migration(2, operation)).On(A.Everywhere).Found(ReferencedKeyDropped.Rule));

    private static void Silent(params Operation[] operations) => Assert.Empty(A.History(Both, A.Migration(2, operations)).On(A.Everywhere).Found(ReferencedKeyDropped.Rule));
}
