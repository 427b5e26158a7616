using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Compatibility;
using CreateSchema = Migrations.Build.Model.Operations.CreateSchema;
using MoveTable = Migrations.Build.Model.Operations.MoveTable;
using Rename = Migrations.Build.Model.Operations.RenameTable;

namespace Migrations.Build.Model.Tests.Rules.Compatibility;

public class RenameTableTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", A.Text("note")));
    private static readonly Rename Renamed = new(A.Table("orders"), "sales");

    [Fact]
    public void A_table_of_an_earlier_migration_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Renamed)).On(A.Everywhere).Found(RenameTable.Rule));

        Assert.Equal(10, found.Place!.Line);
        Assert.Equal(
            "Table 'orders' is renamed to 'sales'. Every query of the release before, which still runs during a rollout, fails at once. "
            + "Leave a view with the old name until the release after, or say with '[Accept]' that nothing else runs.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_view_with_the_old_name_is_silent() => Silent(Orders, A.Migration(2, Renamed, A.Sql("create view orders as select * from sales")));

    [Fact]
    public void A_new_table_with_the_old_name_is_silent() => Silent(Orders, A.Migration(2, Renamed, A.Create("orders", A.Text("note"))));

    [Fact]
    public void A_view_with_another_name_is_found() =>
        Assert.Single(A.History(Orders, A.Migration(2, Renamed, A.Sql("create view order_list as select * from sales"))).Found(RenameTable.Rule));

    [Fact]
    public void A_rename_there_and_back_is_silent() => Silent(Orders, A.Migration(2, Renamed, new Rename(A.Table("sales"), "orders")));

    [Fact]
    public void A_table_that_takes_the_place_of_another_is_found_under_its_own_old_name() => Assert.Equal(
        "orders_new",
        Assert.Single(A.History(Orders, A.Migration(2, A.Create("orders_new")), A.Migration(3, Renamed, new Rename(A.Table("orders_new"), "orders"))).Found(RenameTable.Rule)).Values[0]);

    [Fact]
    public void A_table_of_the_same_migration_is_silent() => Silent(A.Migration(1, A.Create("orders"), Renamed));

    [Fact]
    public void A_table_that_no_release_has_is_silent()
    {
        var history = A.History(A.Migration(1), A.Migration(2, A.Create("orders")), A.Migration(3, Renamed));

        Assert.Empty(history.Released(1).Found(RenameTable.Rule));
        Assert.Single(history.Released(1, 2).Found(RenameTable.Rule));
    }

    [Fact]
    public void A_rename_in_Down_is_silent() => Silent(Orders, A.Migration(2, A.Add("orders", A.Text("x"))).Down(Renamed));

    [Fact]
    public void Another_schema_is_another_name() => Assert.Equal(
        Items.Of("orders", "archive.orders"),
        Assert.Single(A.History(Orders, A.Migration(2, new CreateSchema("archive"), new MoveTable(A.Table("orders"), "archive"))).On(DatabaseKind.Postgres).Found(RenameTable.Rule)).Values);

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "alter table orders rename to sales", 1)]
    [InlineData(DatabaseKind.Postgres, "ALTER TABLE IF EXISTS \"orders\" RENAME TO sales", 1)]
    [InlineData(DatabaseKind.MySql, "rename table `orders` to `sales`", 1)]
    [InlineData(DatabaseKind.SqlServer, "exec sp_rename 'orders', 'sales'", 1)]
    [InlineData(DatabaseKind.Sqlite, "alter table orders rename to sales; create view orders as select * from sales", 0)]
    [InlineData(DatabaseKind.Sqlite, "alter table orders rename column note to remark", 0)]
    public void Sql_text_counts_for_what_it_does(DatabaseKind database, string sql, int found) =>
        Assert.Equal(found, A.History(Orders, A.Migration(2, A.Sql(sql))).On(database).Found(RenameTable.Rule).Length);

    [Fact]
    public void Sqlite_fails_the_old_query_and_a_view_serves_it()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, note text); insert into orders values (1, 'a'); alter table orders rename to sales");

        Assert.True(database.Refuses("select note from orders"));
        database.Run("create view orders as select * from sales");
        Assert.Equal("a", database.Value("select note from orders"));
        Assert.True(database.Refuses("insert into orders values (2, 'b')"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(RenameTable.Rule));
}
