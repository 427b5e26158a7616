using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Tests.Folding;
using static Migrations.Build.Model.Tests.Folding.Fixture;

namespace Migrations.Build.Model.Tests.Comparing;

public class CompareTests
{
    private static readonly Schema Expected = After(Both(DatabaseKind.SqlServer), new CreateIndex(ByCode), new AddForeignKey(LinesToOrders));

    private static Difference Only(params Operation[] operations) => Assert.Single(Compare.Schemas(Expected, After(Expected, operations)));

    [Fact]
    public void A_missing_and_an_extra_table_are_told_by_their_columns()
    {
        Assert.Equal(new Difference(DifferenceKind.Missing, "table", "Lines", "(Id, OrderId, Text)", null), Only(new DropTable(Lines)));
        Assert.Equal(new Difference(DifferenceKind.Extra, "table", "X", null, "(Id, Code, Total)"), Only(CreateOrders with { Table = TableName.Of("X") }));
    }

    [Fact]
    public void A_changed_column_is_told_in_short() =>
        Assert.Equal(
            new Difference(DifferenceKind.Changed, "column", "Orders.Total", "Decimal(19,2) null default 0", "Decimal(19,2) null default 1"),
            Only(new SetDefault(Orders, "Total", Value.Of(1))));

    [Fact]
    public void Each_part_of_a_table_is_told_by_itself()
    {
        Assert.Equal(new Difference(DifferenceKind.Missing, "index", "Orders.IX_Code", "(Code, Total)", null), Only(new DropIndex(Orders, "IX_Code")));
        Assert.Equal(new Difference(DifferenceKind.Missing, "foreign key", "Lines.FK_Lines_Orders", "(OrderId) to Orders (Id)", null), Only(new DropForeignKey(Lines, "FK_Lines_Orders")));
        Assert.Equal(new Difference(DifferenceKind.Missing, "primary key", "Orders.PK_Orders", "(Id)", null), Only(new DropKey(Orders, KeyKind.Primary, null)));
        Assert.Equal(new Difference(DifferenceKind.Extra, "unique constraint", "Orders.UQ", null, "(Code)"), Only(new AddKey(Orders, KeyKind.Unique, new Key("UQ", Items.Of("Code")))));
        Assert.Equal(new Difference(DifferenceKind.Changed, "description", "Orders", null, "sold"), Only(new DescribeTable(Orders, "sold")));
    }

    [Fact]
    public void Another_order_of_columns_is_told_and_makes_no_schema_unequal()
    {
        var actual = After(Expected, new DropForeignKey(Lines, "FK_Lines_Orders"), new DropColumn(Lines, "OrderId"), new AddColumn(Lines, new Column("OrderId", new(TypeKind.Int32))), new AddForeignKey(LinesToOrders));

        Assert.Equal(new Difference(DifferenceKind.Reordered, "table", "Lines", "(Id, OrderId, Text)", "(Id, Text, OrderId)"), Assert.Single(Compare.Schemas(Expected, actual)));
        Assert.True(Compare.Equal(Expected, actual));
        Assert.False(Compare.Equal(Expected, After(actual, new DropColumn(Lines, "Text"))));
    }

    [Fact]
    public void The_case_of_names_counts_as_the_engine_has_it()
    {
        CreateTable Shouted() => CreateOrders with { Table = TableName.Of("ORDERS"), Columns = CreateOrders.Columns.Select(c => c with { Name = c.Name.ToUpperInvariant() }).ToItems() };

        Assert.Empty(Compare.Schemas(After(DatabaseKind.Sqlite, CreateOrders), After(DatabaseKind.Sqlite, Shouted())));
        Assert.Equal(2, Compare.Schemas(After(DatabaseKind.Postgres, CreateOrders), After(DatabaseKind.Postgres, Shouted())).Count);
    }

    [Fact]
    public void A_view_differs_by_its_words_and_not_by_its_lines()
    {
        var expected = After(Expected, Text("create view v as\n  select 1"));

        Assert.Empty(Compare.Schemas(expected, After(Expected, Text("create view v as select 1"))));
        Assert.Equal(DifferenceKind.Changed, Assert.Single(Compare.Schemas(expected, After(Expected, Text("create view v as select 2")))).Kind);
    }

    [Fact]
    public void What_something_opaque_may_have_changed_is_not_judged()
    {
        var touched = After(Expected, Text("alter table Orders rebuild"));

        Assert.Empty(Compare.Schemas(touched, After(Expected, new DropColumn(Orders, "Total"))));
        Assert.NotEmpty(Compare.Schemas(touched, After(Expected, new DropColumn(Lines, "Text"))));
    }
}
