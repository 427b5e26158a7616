using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Tests.Sql;

public class SqlEffectsTests
{
    private static readonly TableName A = TableName.Of("a");
    private static readonly TableName B = TableName.Of("b");

    private static Items<SqlEffect> Read(string text, DatabaseKind kind = DatabaseKind.Sqlite) => SqlEffects.Read(text, kind);

    [Theory]
    [InlineData("-- drop table a\nselect 1 from b")]
    [InlineData("/* drop table a; */ select * from b")]
    [InlineData("select 'drop table a' from b")]
    [InlineData("select '; drop table a; --' from b")]
    public void What_stands_in_comments_and_strings_does_nothing(string text) => Assert.Equal(Items.Of<SqlEffect>(new ReadsTable(B)), Read(text));

    [Theory]
    [InlineData("update a set x = 1", true)]
    [InlineData("update a set x = 1 where 1 = 1", true)]
    [InlineData("update a set x = 1 where true", true)]
    [InlineData("update a set x = (select y from b where z = 1)", true)]
    [InlineData("update a set x = 1 where x is null", false)]
    [InlineData("with c as (select * from b) update a set x = 1 where y = 2", false)]
    public void An_update_changes_all_rows_where_no_condition_limits_it(string text, bool all) =>
        Assert.Equal(all, Assert.Single(Read(text).OfType<UpdatesRows>()).AllRows);

    [Fact]
    public void An_update_tells_its_columns_and_its_condition()
    {
        var update = Assert.Single(Read("update a set x = coalesce(y, 1), \"z\" = 2 where x is null").OfType<UpdatesRows>());

        Assert.Equal(Items.Of("x", "z"), update.Columns);
        Assert.Equal("x is null", update.Where);
    }

    [Theory]
    [InlineData("delete from a", true, DatabaseKind.Sqlite)]
    [InlineData("truncate table a", true, DatabaseKind.Postgres)]
    [InlineData("delete from a where id = 1", false, DatabaseKind.Sqlite)]
    [InlineData("delete x from a x join b on b.id = x.id where b.z = 1", false, DatabaseKind.SqlServer)]
    public void A_delete_says_whether_it_empties_the_table(string text, bool all, DatabaseKind kind) =>
        Assert.Equal((A, all), Assert.Single(Read(text, kind).OfType<DeletesRows>().Select(e => (e.Table, e.AllRows))));

    [Fact]
    public void An_insert_from_a_query_fills_one_table_and_reads_others() =>
        Assert.Equal(Items.Of<SqlEffect>(new InsertsRows(A) { Columns = Items.Of("x") }, new ReadsTable(B)), Read("with c as (select 1) insert into a (x) select y from b join c on 1"));

    [Fact]
    public void A_view_is_read_with_its_text_and_what_it_reads()
    {
        const string text = "create view v as select * from a left join b on a.x = b.x";

        Assert.Equal(Items.Of<SqlEffect>(new CreatesView(new View(TableName.Of("v"), text), false), new ReadsTable(A), new ReadsTable(B)), Read(text + ";"));
    }

    [Fact]
    public void A_trigger_is_read_with_the_table_that_it_watches()
    {
        const string text = "create trigger if not exists t after update of x on a begin update b set c = 1; end";

        Assert.Equal(Items.Of<SqlEffect>(new CreatesTrigger(new Trigger(TableName.Of("t"), A, text), true)), Read(text));
    }

    [Fact]
    public void A_table_is_read_with_its_columns_and_keys()
    {
        var created = Assert.IsType<CreatesTable>(Assert.Single(Read(
            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, name varchar(20) NOT NULL DEFAULT 'x', b_id int REFERENCES b (id) ON DELETE CASCADE, price decimal(10, 2), CONSTRAINT uq UNIQUE (name, price), CHECK (price > 0))")));

        var table = created.Definition;
        Assert.False(table.Touched);
        Assert.Equal(["INTEGER", "varchar(20)", "int", "decimal(10, 2)"], table.Columns.Select(c => c.Type.Custom));
        Assert.Equal([false, false, true, true], table.Columns.Select(c => c.Nullable == true));
        Assert.Equal(new Key(null, Items.Of("id")), table.PrimaryKey);
        Assert.Equal(Value.Sql("'x'"), table.Columns[1].Default);
        Assert.Equal(new ForeignKey("", A, Items.Of("b_id"), B, Items.Of("id")) { OnDelete = ForeignKeyAction.Cascade }, Assert.Single(table.ForeignKeys));
        Assert.Equal(new Key("uq", Items.Of("name", "price")), Assert.Single(table.Uniques));
        Assert.Equal("price > 0", Assert.Single(table.Checks).Expression);
    }

    [Theory]
    [InlineData("create table a as select * from b")]
    [InlineData("create table a (x int, exclude using gist (x with =))")]
    [InlineData("create table a (x int) inherits (b)")]
    public void A_table_that_is_not_read_wholly_is_touched(string text) =>
        Assert.True(Assert.Single(Read(text, DatabaseKind.Postgres).OfType<CreatesTable>()).Definition.Touched);

    [Theory]
    [InlineData("exec do_something")]
    [InlineData("do $$ begin drop table a; end $$")]
    [InlineData("select 'open")]
    [InlineData("gibberish")]
    [InlineData("select my_function()")]
    [InlineData("pragma writable_schema = 1")]
    public void What_cannot_be_read_is_unknown(string text) => Assert.Contains(Read(text, DatabaseKind.Postgres), e => e is UnknownEffect);

    [Fact]
    public void Changes_that_are_operations_are_read_as_these()
    {
        var effects = Read("alter table Orders add column note text not null default ''; alter table orders rename column note to remark; drop table if exists a, b; alter table \"Orders\" rename to sales", DatabaseKind.Postgres);

        Assert.Equal(
            [
                new AddColumn(TableName.Of("orders"), new Column("note", new(TypeKind.Custom, Custom: "text")) { Nullable = false, Default = Value.Sql("''") }),
                new RenameColumn(TableName.Of("orders"), "note", "remark"),
                new DropTable(A) { IfExists = true },
                new DropTable(B) { IfExists = true },
                new RenameTable(TableName.Of("Orders"), "sales"),
            ],
            effects.Cast<SqlChange>().Select(c => c.Operation));
    }

    [Theory]
    [InlineData("alter table a alter column x set not null", DatabaseKind.Postgres)]
    [InlineData("alter table a drop constraint ck", DatabaseKind.Postgres)]
    [InlineData("alter table a enable row level security", DatabaseKind.Postgres)]
    [InlineData("alter table a modify x int not null", DatabaseKind.MySql)]
    [InlineData("alter table a alter column x nvarchar(20) null", DatabaseKind.SqlServer)]
    [InlineData("exec sp_rename N'a.x', N'y', N'COLUMN'", DatabaseKind.SqlServer)]
    [InlineData("create unique index concurrently i on a using btree (x desc, lower(y)) include (z) where x > 0", DatabaseKind.Postgres)]
    public void A_change_of_a_table_is_known_exactly(string text, DatabaseKind kind) =>
        Assert.DoesNotContain(Read(text, kind), e => e is UnknownEffect or AltersTable);

    [Theory]
    [InlineData("alter table a add column x int references b(id)")]
    [InlineData("alter table a inherit b")]
    [InlineData("alter table a rename constraint x to y")]
    public void Another_change_of_a_table_is_a_change_that_is_not_known(string text) =>
        Assert.Equal(Items.Of<SqlEffect>(new AltersTable(A)), Read(text, DatabaseKind.Postgres));

    [Fact]
    public void Statements_without_semicolons_on_SQL_Server_are_not_taken_for_one() =>
        Assert.Contains(Read("insert into a values (1)\ndrop table b", DatabaseKind.SqlServer), e => e is UnknownEffect);

    [Fact]
    public void A_transaction_is_told() =>
        Assert.Equal(["BEGIN", "COMMIT"], Read("begin transaction; commit").Cast<ControlsTransaction>().Select(c => c.Word));
}
