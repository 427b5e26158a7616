using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using static Migrations.Build.Model.Tests.Folding.Fixture;

namespace Migrations.Build.Model.Tests.Folding;

public class PartFoldingTests
{
    [Theory]
    [InlineData(DatabaseKind.Postgres, 0, true)]
    [InlineData(DatabaseKind.SqlServer, 0, true)]
    [InlineData(DatabaseKind.MySql, 1, false)]
    [InlineData(DatabaseKind.MariaDb, 1, false)]
    public void A_dropped_column_takes_its_index_along_or_only_leaves_it(DatabaseKind kind, int indexes, bool keyGone)
    {
        var before = After(Both(kind), new CreateIndex(ByCode), new AddKey(Orders, KeyKind.Unique, new Key("UQ", Items.Of("Code", "Total"))));

        var after = After(before, new DropColumn(Orders, "Total")).Table(Orders);

        Assert.Equal(indexes, after.Indexes.Count);
        Assert.All(after.Indexes, i => Assert.Equal(["Code"], i.Columns.Select(c => c.Name)));
        Assert.Equal(keyGone, after.Uniques.Count == 0);
    }

    [Fact]
    public void A_dropped_column_leaves_the_indexes_of_other_columns()
    {
        var before = After(Both(DatabaseKind.Postgres), new CreateIndex(ByCode));

        Assert.Single(After(before, new AddColumn(Orders, new Column("X", new(TypeKind.Int32))), new DropColumn(Orders, "X")).Table(Orders).Indexes);
    }

    [Theory]
    [InlineData(DatabaseKind.MySql, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public void An_altered_column_keeps_its_default_where_the_engine_keeps_it(DatabaseKind kind, bool kept)
    {
        var after = After(Both(kind), new AlterColumn(Orders, new Column("Total", new(TypeKind.Int64)) { Nullable = true }));

        Assert.Equal(kept ? Value.Of(0) : null, after.Table(Orders).Columns[2].Default);
    }

    [Fact]
    public void A_default_of_null_is_no_default()
    {
        var after = After(Both(DatabaseKind.Sqlite), new SetDefault(Orders, "total", Value.Null));

        Assert.Null(after.Table(Orders).Columns[2].Default);
        Assert.Equal(after, After(Both(DatabaseKind.Sqlite), new DropDefault(Orders, "Total")));
    }

    [Fact]
    public void A_second_primary_key_is_refused_but_not_after_the_first_was_dropped()
    {
        var before = Both(DatabaseKind.Postgres);
        var add = new AddKey(Orders, KeyKind.Primary, new Key("PK2", Items.Of("Code")));

        Assert.Equal(new Refusal(RefusalKind.Exists, "primary key", "Orders.PK_Orders", null), Refusal(before, add));
        Assert.Equal("PK2", After(before, new DropKey(Orders, KeyKind.Primary, "PK_Orders"), add).Table(Orders).PrimaryKey!.Name);
    }

    [Theory]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.SqlServer, true)]
    [InlineData(DatabaseKind.MySql, false)]
    [InlineData(DatabaseKind.Sqlite, false)]
    public void A_primary_key_is_dropped_by_its_name_where_it_has_one(DatabaseKind kind, bool refused)
    {
        var refusal = Refusal(Both(kind), new DropKey(Orders, KeyKind.Primary, "PK_Order"));

        Assert.Equal(refused ? new Refusal(RefusalKind.Unknown, "primary key", "Orders.PK_Order", "PK_Orders") : null, refusal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.MySql, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public void A_unique_constraint_is_dropped_as_an_index_where_it_is_one(DatabaseKind kind, bool refused)
    {
        var before = After(Both(kind), new AddKey(Orders, KeyKind.Unique, new Key("UQ", Items.Of("Code"))));

        Assert.Equal(refused, Refusal(before, new DropIndex(Orders, "UQ")) is not null);
    }

    [Fact]
    public void A_foreign_key_to_a_missing_table_is_refused_except_on_SQLite()
    {
        var add = new AddForeignKey(LinesToOrders);

        Assert.Equal("table", Refusal(After(DatabaseKind.MySql, CreateLines), add)!.Subject);
        Assert.Null(Refusal(After(DatabaseKind.Sqlite, CreateLines), add));
        Assert.Null(Refusal(Both(DatabaseKind.MySql), add));
        Assert.Equal(new Refusal(RefusalKind.Unknown, "column", "Orders.Idd", "Id"), Refusal(Both(DatabaseKind.MySql), new AddForeignKey(LinesToOrders with { ReferencedColumns = Items.Of("Idd") })));
    }

    [Fact]
    public void A_foreign_key_is_kept_in_the_spelling_of_its_tables()
    {
        var shouted = new ForeignKey("fk", TableName.Of("LINES"), Items.Of("ORDERID"), new("dbo", "ORDERS"), Items.Of("ID"));

        Assert.Equal(LinesToOrders with { Name = "fk" }, After(Both(DatabaseKind.SqlServer), new AddForeignKey(shouted)).Table(Lines).ForeignKeys[0]);
    }

    [Theory]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.MySql, false)]
    public void An_index_of_the_same_name_on_another_table_is_refused_where_names_are_shared(DatabaseKind kind, bool refused)
    {
        var before = After(Both(kind), new CreateIndex(ByCode));
        var same = new CreateIndex(ByCode with { Table = Lines, Columns = Items.Of(new IndexColumn("Text")) });

        Assert.Equal(refused ? new Refusal(RefusalKind.Exists, "index", "Orders.IX_Code", null) : null, Refusal(before, same));
    }

    [Fact]
    public void What_is_dropped_without_a_name_is_found_by_its_columns()
    {
        var before = After(Both(DatabaseKind.Postgres), new CreateIndex(ByCode), new AddForeignKey(LinesToOrders));
        DropForeignKey Key(TableName referenced) => new(Lines, "") { Described = LinesToOrders with { Name = "", Referenced = referenced } };

        Assert.Empty(After(before, Key(Orders)).Table(Lines).ForeignKeys);
        Assert.NotNull(Refusal(before, Key(Lines)));
        Assert.Empty(After(before, new DropIndex(Orders, "") { Columns = Items.Of("Code", "Total") }).Table(Orders).Indexes);
        Assert.NotNull(Refusal(before, new DropIndex(Orders, "") { Columns = Items.Of("Code") }));
    }

    [Fact]
    public void A_sequence_is_made_and_dropped_once()
    {
        var before = After(DatabaseKind.Postgres, new CreateSequence(new Sequence(TableName.Of("numbers"))));

        Assert.Equal(RefusalKind.Exists, Refusal(before, new CreateSequence(new Sequence(new("public", "numbers"))))!.Kind);
        Assert.Equal(new Refusal(RefusalKind.Unknown, "sequence", "number", "numbers"), Refusal(before, new DropSequence(TableName.Of("number"))));
        Assert.Empty(After(before, new DropSequence(TableName.Of("numbers"))).Sequences);
    }

    [Fact]
    public void A_table_in_a_schema_that_no_migration_made_is_refused_once_and_known_from_then_on()
    {
        var create = CreateOrders with { Table = new("crm", "Orders") };

        var folded = Fold.Apply(After(DatabaseKind.Postgres, new CreateSchema("crn")), create);

        Assert.Equal(new Refusal(RefusalKind.Unknown, "schema", "crm", "crn"), folded.Refusal);
        Assert.Null(Refusal(folded.After, new DropTable(create.Table)));
        Assert.Null(Refusal(After(DatabaseKind.Postgres, new CreateSchema("crm")), create));
        Assert.Null(Refusal(After(DatabaseKind.MySql), create));
    }

    [Fact]
    public void Inserted_rows_fill_a_table_and_name_known_columns()
    {
        var insert = new InsertRows(Orders, Items.Of(new Row(Items.Of(new Cell("Code", Value.Of("a"))))));

        Assert.True(After(Both(DatabaseKind.Postgres), insert).Table(Orders).Filled);
        Assert.False(After(Both(DatabaseKind.Postgres), insert).Table(Lines).Filled);
        Assert.Equal("Orders.code", Refusal(Both(DatabaseKind.Postgres), insert with { Rows = Items.Of(new Row(Items.Of(new Cell("code", Value.Of("a"))))) })!.Name);
        Assert.Equal(RefusalKind.Unknown, Refusal(Both(DatabaseKind.Postgres), new UpdateRows(Orders, Items.Of(new Cell("x", Value.Null)), Items<Cell>.Empty, true))!.Kind);
    }
}
