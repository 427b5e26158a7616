using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownWrongOrderTests
{
    private static readonly Draft Parents = A.Migration(
        1,
        A.Create("orders", A.Text("city")),
        A.Create("lines", A.Int("order_id")),
        A.ForeignKey("fk", "lines", "order_id", "orders"),
        A.Index("ix_city", "orders", "city"));

    [Fact]
    public void A_parent_before_its_child_is_found()
    {
        var found = Assert.Single(A.History(Parents.Down(A.Drop("orders"), A.Drop("lines"))).On(A.Everywhere).Found(DownWrongOrder.Rule));

        Assert.Equal(50, found.Place!.Line);
        Assert.StartsWith("Down does its steps in a wrong order: table 'orders' is dropped while foreign key 'lines.fk' still refers to it.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_before_its_parent_is_silent() => Silent(Parents.Down(A.Drop("lines"), A.Drop("orders")));

    [Fact]
    public void The_foreign_key_first_is_silent() => Silent(Parents.Down(A.DropForeignKey("fk", "lines"), A.Drop("orders"), A.Drop("lines")));

    [Fact]
    public void A_table_that_refers_to_itself_is_silent() => Silent(
        A.Migration(1, A.Create("nodes", A.Int("parent")), A.ForeignKey("fk", "nodes", "parent", "nodes")).Down(A.Drop("nodes")));

    [Fact]
    public void An_index_after_its_table_is_found_and_is_no_unknown_object()
    {
        var history = A.History(Parents.Down(A.Drop("lines"), A.Drop("orders"), A.DropIndex("ix_city", "orders")));

        Assert.Equal("is gone already when a step needs it", Assert.Single(history.Found(DownWrongOrder.Rule)).Values[2]);
        Assert.Empty(history.Found(UnknownObject.Rule));
    }

    [Fact]
    public void An_index_before_its_table_is_silent() => Silent(Parents.Down(A.Drop("lines"), A.DropIndex("ix_city", "orders"), A.Drop("orders")));

    [Fact]
    public void An_index_after_its_column_is_found()
    {
        var add = A.Migration(2, A.Add("orders", A.Text("zip")), A.Index("ix_zip", "orders", "zip"));

        Assert.Single(A.History(Parents, add.Down(A.DropColumn("orders", "zip"), A.DropIndex("ix_zip", "orders"))).On(A.Everywhere).Found(DownWrongOrder.Rule));
        Silent(Parents, add.Down(A.DropIndex("ix_zip", "orders"), A.DropColumn("orders", "zip")));
    }

    [Fact]
    public void What_is_made_again_before_it_can_be_is_found()
    {
        var drop = A.Migration(2, A.DropColumn("orders", "city"));

        Assert.Equal("is made only after a step needs it", Assert.Single(A.History(Parents, drop.Down(A.Index("ix_city", "orders", "city"), A.Add("orders", A.Text("city")))).Found(DownWrongOrder.Rule)).Values[2]);
        Silent(Parents, drop.Down(A.Add("orders", A.Text("city")), A.Index("ix_city", "orders", "city")));
    }

    [Fact]
    public void A_name_that_is_freed_only_later_is_found()
    {
        var rename = A.Migration(2, new RenameColumn(A.Table("orders"), "city", "town"), A.Add("orders", A.Int("city")));
        var back = new RenameColumn(A.Table("orders"), "town", "city");

        Assert.Equal("is still there when it is made", Assert.Single(A.History(Parents, rename.Down(back, A.DropColumn("orders", "city"))).Found(DownWrongOrder.Rule)).Values[2]);
        Silent(Parents, rename.Down(A.DropColumn("orders", "city"), back));
    }

    [Fact]
    public void A_step_that_is_said_twice_is_an_unknown_object_and_not_a_wrong_order()
    {
        var history = A.History(Parents.Down(A.DropIndex("ix_city", "orders"), A.DropIndex("ix_city", "orders")));

        Assert.Empty(history.Found(DownWrongOrder.Rule));
        Assert.Single(history.Found(UnknownObject.Rule));
    }

    [Fact]
    public void Sqlite_refuses_to_drop_a_parent_that_rows_refer_to()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key); create table lines (order_id int references orders (id))");
        database.Run("insert into orders values (1); insert into lines values (1)");

        Assert.True(database.Refuses("drop table orders"));
        database.Run("drop table lines");
        Assert.False(database.Refuses("drop table orders"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(DownWrongOrder.Rule));
}
