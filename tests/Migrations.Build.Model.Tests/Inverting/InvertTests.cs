using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Tests.Folding;
using static Migrations.Build.Model.Tests.Folding.Fixture;

namespace Migrations.Build.Model.Tests.Inverting;

public class InvertTests
{
    [Fact]
    public void A_dropped_table_comes_back_with_its_keys_and_indexes_in_an_order_that_works()
    {
        var before = After(
            Both(DatabaseKind.Postgres), new CreateIndex(ByCode), new AddForeignKey(LinesToOrders), new AddKey(Lines, KeyKind.Unique, new Key("UQ", Items.Of("Text"))), new CreateIndex(ByCode with { Name = "IX_Text", Table = Lines, Columns = Items.Of(new IndexColumn("Text")) }));

        var inverse = Invert.Operation(new DropTable(Lines), before);

        Assert.Equal(Wholeness.StructureOnly, inverse.Wholeness);
        Assert.Equal([typeof(CreateTable), typeof(AddKey), typeof(CreateIndex), typeof(AddForeignKey)], inverse.Operations.Select(o => o.GetType()));
        Assert.Equal("The table comes back without its rows.", inverse.WhyNot);
    }

    [Fact]
    public void A_dropped_column_comes_back_with_what_fell_with_it()
    {
        var before = After(Both(DatabaseKind.Postgres), new CreateIndex(ByCode));

        var inverse = Invert.Operation(new DropColumn(Orders, "Total"), before);

        Assert.Equal(Wholeness.StructureOnly, inverse.Wholeness);
        Assert.Equal([new AddColumn(Orders, before.Table(Orders).Columns[2]), new CreateIndex(ByCode)], inverse.Operations);
    }

    [Fact]
    public void An_altered_column_is_restated_with_its_default()
    {
        var before = Both(DatabaseKind.MySql);

        var inverse = Invert.Operation(new AlterColumn(Orders, new Column("Total", new(TypeKind.Decimal, 28, 4))), before);

        Assert.Equal(Wholeness.Whole, inverse.Wholeness);
        Assert.Equal([new AlterColumn(Orders, before.Table(Orders).Columns[2]), new SetDefault(Orders, "Total", Value.Of(0))], inverse.Operations);
    }

    [Fact]
    public void A_narrowed_column_comes_back_in_structure_only() =>
        Assert.Equal(Wholeness.StructureOnly, Invert.Operation(new AlterColumn(Orders, new Column("Code", new(TypeKind.String, 5))), Both(DatabaseKind.Postgres)).Wholeness);

    [Fact]
    public void An_identity_that_an_engine_does_not_take_away_is_told()
    {
        var inverse = Invert.Operation(new AlterColumn(Orders, new Column("Id", new(TypeKind.Int32)) { Identity = true }), Both(DatabaseKind.Postgres));

        Assert.Equal((Wholeness.None, "The column 'Orders.Id' does not come back as it was."), (inverse.Wholeness, inverse.WhyNot));
    }

    [Fact]
    public void Inserted_rows_are_deleted_by_their_key()
    {
        var row = new Row(Items.Of(new Cell("Code", Value.Of("a")), new Cell("ID", Value.Of(7))));

        var inverse = Invert.Operation(new InsertRows(Orders, Items.Of(row)), Both(DatabaseKind.Sqlite));

        Assert.Equal(Wholeness.Whole, inverse.Wholeness);
        Assert.Equal(new DeleteRows(Orders, Items.Of(new Row(Items.Of(new Cell("ID", Value.Of(7))))), false), Assert.Single(inverse.Operations));
    }

    [Fact]
    public void Inserted_rows_without_a_key_take_equal_rows_along_and_those_of_unknown_values_stay()
    {
        Inverse Of(Value value) => Invert.Operation(new InsertRows(Orders, Items.Of(new Row(Items.Of(new Cell("Code", value))))), Both(DatabaseKind.Sqlite));

        Assert.Equal(Wholeness.StructureOnly, Of(Value.Of("a")).Wholeness);
        Assert.Equal(Wholeness.None, Of(Value.Sql("now()")).Wholeness);
    }

    [Theory]
    [InlineData("create view v as select * from Orders", "DROP VIEW \"v\"")]
    [InlineData("create trigger t after insert on Orders begin delete from Lines; end; create view \"a\"\"b\" as select 1", "DROP VIEW \"a\"\"b\"|DROP TRIGGER \"t\"")]
    public void A_view_or_trigger_of_readable_text_is_dropped_again(string text, string expected)
    {
        var inverse = Invert.Operation(Text(text), Both(DatabaseKind.Sqlite));

        Assert.Equal(Wholeness.Whole, inverse.Wholeness);
        Assert.Equal(expected, string.Join("|", inverse.Operations.Cast<RawSql>().Select(o => o.Text)));
    }

    [Fact]
    public void A_dropped_view_comes_back_by_its_text()
    {
        var before = After(Both(DatabaseKind.Postgres), Text("create view v as select 1"));

        Assert.Equal(Text("create view v as select 1"), Assert.Single(Invert.Operation(Text("drop view v"), before).Operations));
    }

    [Theory]
    [InlineData("update Orders set Total = 1")]
    [InlineData("delete from Orders where Total = 1")]
    public void Text_that_changes_rows_needs_nothing_undone_but_their_values(string text)
    {
        var inverse = Invert.Operation(Text(text), Both(DatabaseKind.Sqlite));

        Assert.Equal((Wholeness.StructureOnly, 0), (inverse.Wholeness, inverse.Operations.Count));
        Assert.EndsWith(".", inverse.WhyNot);
    }

    [Theory]
    [InlineData("insert into Orders (Total) values (1)")]
    [InlineData("do something")]
    [InlineData("drop view unknown")]
    public void Other_text_has_no_inverse_and_the_reason_is_told(string text)
    {
        var inverse = Invert.Operation(Text(text), Both(DatabaseKind.Sqlite));

        Assert.Equal((Wholeness.None, 0), (inverse.Wholeness, inverse.Operations.Count));
        Assert.EndsWith(".", inverse.WhyNot);
    }

    [Fact]
    public void Nothing_is_promised_of_what_something_opaque_may_have_changed()
    {
        var before = After(Both(DatabaseKind.Sqlite), new CodeStep("T", "M", "A"));

        Assert.Equal(Wholeness.None, Invert.Operation(new DropTable(Orders), before).Wholeness);
        Assert.Equal(Wholeness.None, Invert.Operation(new DropTable(TableName.Of("Other")), before).Wholeness);
        Assert.Equal(Wholeness.Whole, Invert.Operation(new CreateTable(TableName.Of("New"), CreateOrders.Columns), before).Wholeness);
    }

    public static TheoryData<Operation, Operation> MadeAfterCode => new()
    {
        { new CreateIndex(ByCode), new DropIndex(Orders, "IX_Code") { Columns = Items.Of("Code", "Total") } },
        { new CreateIndex(ByCode with { Unique = true }), new DropIndex(Orders, "IX_Code") { Columns = Items.Of("Code", "Total") } },
        { new AddKey(Orders, KeyKind.Unique, new Key("UQ", Items.Of("Code"))), new DropKey(Orders, KeyKind.Unique, "UQ") { Columns = Items.Of("Code") } },
        { new AddForeignKey(LinesToOrders), new DropForeignKey(Lines, "FK_Lines_Orders") { Described = LinesToOrders } },
        { new AddColumn(Orders, new Column("Size", new(TypeKind.Int32)) { Nullable = true }), new DropColumn(Orders, "Size") },
        { Text("create index IX_Code on Orders (Code)"), new DropIndex(Orders, "IX_Code") },
    };

    [Theory]
    [MemberData(nameof(MadeAfterCode))]
    public void What_was_made_on_a_table_was_not_there_before_whatever_code_did_to_the_table(Operation made, Operation undoing)
    {
        foreach (var touches in new[] { Items<string>.Empty, Items.Of("Orders", "Lines") })
        {
            var before = Fold.Apply(Both(DatabaseKind.Sqlite), new CodeStep("T", "M", "A"), touches).After;

            Assert.Equal(undoing, Assert.Single(Invert.Operation(made, before).Operations));
        }
    }

    public static TheoryData<Operation> UncertainAfterCode => new()
    {
        new AddKey(TableName.Of("Keyless"), KeyKind.Primary, new Key("PK", Items.Of("A"))),
        new DropIndex(Orders, "IX_Code"),
        new DropForeignKey(Lines, "FK_Lines_Orders"),
        new CreateIndex(ByCode),
        Text("create index if not exists IX_Other on Orders (Code)"),
    };

    [Theory]
    [MemberData(nameof(UncertainAfterCode))]
    public void What_code_may_have_taken_or_made_before_has_no_inverse(Operation operation)
    {
        var keyless = new CreateTable(TableName.Of("Keyless"), Items.Of(new Column("A", new(TypeKind.Int32)) { Nullable = true }));
        var before = After(Both(DatabaseKind.Sqlite), keyless, new CreateIndex(ByCode), new AddForeignKey(LinesToOrders), new CodeStep("T", "M", "A"));

        Assert.Equal(Wholeness.None, Invert.Operation(operation, before).Wholeness);
    }

    [Fact]
    public void What_does_not_fit_has_no_inverse() =>
        Assert.Equal("The operation does not fit the schema before it.", Invert.Operation(new DropTable(TableName.Of("Other")), Both(DatabaseKind.Sqlite)).WhyNot);
}
