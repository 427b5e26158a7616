using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using static Migrations.Build.Model.Tests.Folding.Fixture;

namespace Migrations.Build.Model.Tests.Folding;

public class RawSqlFoldingTests
{
    [Fact]
    public void Views_and_triggers_come_and_go_with_their_text()
    {
        const string trigger = "create trigger t after insert on Orders begin delete from Lines; end";
        var with = After(Both(DatabaseKind.Sqlite), Text("create view v as select * from Orders;" + trigger));

        Assert.Equal("create view v as select * from Orders", with.Views.Find(TableName.Of("V"))!.Text);
        Assert.Equal((Orders, trigger), (with.Triggers[0].Table, with.Triggers[0].Text));
        Assert.False(with.Touched || with.Tables.Any(t => t.Touched));
        Assert.Equal(Both(DatabaseKind.Sqlite), After(with, Text("drop view if exists v; drop trigger t")));
    }

    [Fact]
    public void Triggers_of_one_name_on_two_tables_live_side_by_side_on_PostgreSQL()
    {
        var with = After(Both(DatabaseKind.Postgres), Text("create trigger stamp before update on \"Orders\" execute function f(); create trigger stamp before update on \"Lines\" execute function f()"));

        Assert.Equal(2, with.Triggers.Count);
        Assert.Equal(Lines, Assert.Single(After(with, Text("drop trigger stamp on \"Orders\"")).Triggers).Table);
        Assert.Equal(TableName.Of("Sales"), After(with, new RenameTable(Orders, "Sales"), Text("drop trigger stamp on \"Lines\"")).Triggers[0].Table);
    }

    [Fact]
    public void A_table_made_by_readable_text_is_known_exactly()
    {
        var with = After(DatabaseKind.Postgres, Text("create table notes (id serial primary key, text varchar(10) not null unique)"));

        Assert.Equal("column", Refusal(with, new DropColumn(TableName.Of("notes"), "txt"))!.Subject);
        Assert.Equal("notes_pkey", with.Tables[0].PrimaryKey!.Name);
        Assert.Null(Refusal(with, new DropKey(TableName.Of("notes"), KeyKind.Unique, "notes_text_key")));
    }

    [Fact]
    public void Text_that_cannot_be_read_makes_what_it_names_unknown_and_not_more()
    {
        var with = After(Both(DatabaseKind.Postgres), Text("alter table \"Orders\" inherit x"));

        Assert.Null(Refusal(with, new DropColumn(Orders, "Other")));
        Assert.NotNull(Refusal(with, new DropColumn(Lines, "Other")));
        Assert.NotNull(Refusal(with, new DropTable(TableName.Of("Other"))));
    }

    [Fact]
    public void Text_that_names_nothing_makes_everything_unknown_unless_declared()
    {
        var unreadable = Text("do $$ begin perform 1; end $$");

        Assert.True(After(Both(DatabaseKind.Postgres), unreadable).Touched);
        var declared = Fold.Apply(Both(DatabaseKind.Postgres), unreadable, Items.Of("Orders.Total")).After;
        Assert.False(declared.Touched || declared.Table(Lines).Touched);
        Assert.True(declared.Table(Orders).Touched);
    }

    [Theory]
    [InlineData("insert into Orders select * from Lines", true, false)]
    [InlineData("update Orders set Code = (select Text from Lines)", false, false)]
    [InlineData("-- insert into Orders\nselect 'insert into Lines'", false, false)]
    [InlineData("insert into Orders default values; insert into Lines default values", true, true)]
    public void Rows_come_into_the_tables_that_text_inserts_into(string text, bool orders, bool lines)
    {
        var after = After(Both(DatabaseKind.Sqlite), Text(text));

        Assert.Equal((orders, lines), (after.Table(Orders).Filled, after.Table(Lines).Filled));
        Assert.False(after.Table(Orders).Touched);
    }

    [Fact]
    public void A_trace_tells_the_schema_around_every_step_and_goes_on_behind_a_refusal()
    {
        var steps = Items.Of(new Step(CreateOrders), new Step(new DropTable(Lines)), new Step(CreateLines));

        var trace = Fold.Trace(Schema.Empty(DatabaseKind.Sqlite), steps, Items<string>.Empty);

        Assert.Equal([null, "Lines", null], trace.Steps.Select(s => s.Refusal?.Name));
        Assert.Equal(trace.Steps[1].Before, trace.Steps[1].After);
        Assert.Equal(2, trace.After.Tables.Count);
    }

    [Theory]
    [InlineData("update Orders set Total = 1; delete from lines; select * from Other", "Orders,lines")]
    [InlineData("create view v as select * from Orders", "")]
    [InlineData("alter table ORDERS rename to Sales; drop table Orders", "ORDERS,Sales")]
    public void The_tables_that_text_changes_are_told(string text, string tables) =>
        Assert.Equal(tables, string.Join(",", Touched.Tables(Text(text), DatabaseKind.Sqlite)));
}
