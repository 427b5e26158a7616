using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Tests.Folding;

public class TableFoldingTests
{
    private static readonly Column Id = new("Id", new(TypeKind.Int32)) { PrimaryKey = true, PrimaryKeyName = "PK_Orders", Identity = true };
    private static readonly Column Note = new("Note", new(TypeKind.String, 50));
    private static readonly CreateTable Orders = new(TableName.Of("Orders"), Items.Of(Id, Note));

    private static Schema After(DatabaseKind kind, params Operation[] operations) => operations.Aggregate(Schema.Empty(kind), (schema, o) =>
    {
        var folded = Fold.Apply(schema, o);
        Assert.Null(folded.Refusal);
        return folded.After;
    });

    [Fact]
    public void A_created_table_says_nullability_and_has_its_key_on_the_table()
    {
        var table = After(DatabaseKind.Postgres, Orders).Tables[0];

        Assert.Equal(new Key("PK_Orders", Items.Of("Id")), table.PrimaryKey);
        Assert.All(table.Columns, c => Assert.False(c.Nullable));
        Assert.All(table.Columns, c => Assert.False(c.PrimaryKey));
        Assert.True(table.Columns[0].Identity);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.MySql, false)]
    [InlineData(DatabaseKind.SqlServer, false)]
    public void An_altered_column_without_stated_nullability_is_what_the_engine_makes_of_it(DatabaseKind kind, bool nullable)
    {
        var orders = Orders with { Columns = Items.Of(Id, Note with { Nullable = true }) };

        var table = After(kind, orders, new AlterColumn(orders.Table, Note with { Type = new(TypeKind.String, 80) })).Tables[0];

        Assert.Equal(nullable, table.Columns[1].Nullable);
        Assert.Equal(80, table.Columns[1].Type.Size);
    }

    [Fact]
    public void A_renamed_table_keeps_what_refers_to_it()
    {
        var lines = new CreateTable(TableName.Of("Lines"), Items.Of(Id with { PrimaryKeyName = "PK_Lines" }, new Column("OrderId", new(TypeKind.Int32))));
        var key = new ForeignKey("FK_Lines", lines.Table, Items.Of("OrderId"), Orders.Table, Items.Of("Id"));
        var index = new TableIndex("IX", Orders.Table, Items.Of(new IndexColumn("Note")));

        var after = After(DatabaseKind.Postgres, Orders, lines, new AddForeignKey(key), new CreateIndex(index), new RenameTable(Orders.Table, "Sales"), new RenameColumn(TableName.Of("Sales"), "Id", "Key"));

        Assert.Equal(key with { Referenced = TableName.Of("Sales"), ReferencedColumns = Items.Of("Key") }, after.Tables.Find(lines.Table)!.ForeignKeys[0]);
        Assert.Equal("Sales", after.Tables.Find(TableName.Of("Sales"))!.Indexes[0].Table.Name);
        Assert.Null(after.Tables.Find(Orders.Table));
    }

    [Fact]
    public void An_unknown_table_is_refused_with_the_name_that_was_meant()
    {
        var before = After(DatabaseKind.Sqlite, Orders);

        var folded = Fold.Apply(before, new DropTable(TableName.Of("Ordres")));

        Assert.Equal(new Refusal(RefusalKind.Unknown, "table", "Ordres", "Orders"), folded.Refusal);
        Assert.Equal(before, folded.After);
    }

    [Fact]
    public void An_unknown_table_is_not_refused_once_something_opaque_ran()
    {
        var before = After(DatabaseKind.Sqlite, Orders, new CodeStep("T", "M", "A"));

        Assert.Null(Fold.Apply(before, new DropTable(TableName.Of("Ordres"))).Refusal);
        Assert.True(before.Tables[0].Touched && before.Tables[0].Filled);
    }

    [Fact]
    public void An_unknown_table_is_refused_where_the_opaque_step_declared_another_one()
    {
        var before = Fold.Apply(After(DatabaseKind.Sqlite, Orders), new CodeStep("T", "M", "A"), Items.Of("orders.note")).After;

        Assert.NotNull(Fold.Apply(before, new DropTable(TableName.Of("Ordres"))).Refusal);
        Assert.True(before.Tables[0].Touched);
        Assert.Single(before.Tables);
    }

    [Fact]
    public void A_table_that_is_there_already_is_refused_but_not_when_only_made_if_missing()
    {
        var before = After(DatabaseKind.SqlServer, Orders);

        Assert.Equal(RefusalKind.Exists, Fold.Apply(before, Orders with { Table = new("dbo", "ORDERS") }).Refusal!.Kind);
        Assert.Equal(new Folded(before, null), Fold.Apply(before, Orders with { IfNotExists = true }));
    }
}
