using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class DropIndexedColumnTests
{
    private static readonly CreateTable Orders = A.Create("orders", A.Text("state"), A.Text("made"));
    private static readonly CreateIndex Both = A.Index("ix", "orders", "state", "made");
    private static readonly DropColumn Drop = A.DropColumn("orders", "state");

    [Fact]
    public void A_column_of_an_index_over_two_is_found()
    {
        var found = Assert.Single(History(Both).On(DatabaseKind.Postgres).Found(DropIndexedColumn.Rule));

        Assert.Equal(Severity.Warning, found.Severity);
        Assert.Equal(
            "Column 'orders.state' is dropped while index 'orders.ix' uses it, and that goes with it, without a line that says so. The migration fails at this step, "
            + "or what other columns relied on is gone. Drop what uses the column first, and make it anew over the columns that stay where it is still wanted.",
            FindingText.Of(found with { Databases = Items<DatabaseKind>.Empty }));
    }

    [Fact]
    public void MySql_shrinks_it_and_SqlServer_refuses()
    {
        Assert.Equal("that shrinks to its other columns, without a line that says so", Assert.Single(History(Both).On(DatabaseKind.MySql).Found(DropIndexedColumn.Rule)).Values[3]);
        Assert.Null(Assert.Single(History(Both).On(DatabaseKind.SqlServer).Found(DropIndexedColumn.Rule)).Severity);
    }

    [Fact]
    public void An_index_over_the_column_alone_is_found_only_where_the_server_refuses() => Assert.Equal(
        Items.Of(DatabaseKind.SqlServer), Assert.Single(History(A.Index("ix", "orders", "state")).On(A.Everywhere).Found(DropIndexedColumn.Rule)).Databases);

    [Fact]
    public void An_index_over_other_columns_is_silent() => Silent(A.Index("ix", "orders", "made"));

    [Fact]
    public void An_index_that_was_dropped_before_is_silent() => Assert.Empty(
        A.History(A.Migration(1, Orders, Both), A.Migration(2, A.DropIndex("ix", "orders"), Drop)).On(A.Everywhere).Found(DropIndexedColumn.Rule));

    [Fact]
    public void An_index_that_is_made_anew_is_silent() => Assert.Empty(
        A.History(A.Migration(1, Orders, Both), A.Migration(2, Drop, A.Index("ix", "orders", "made"))).On(DatabaseKind.Postgres).Found(DropIndexedColumn.Rule));

    [Fact]
    public void Keys_checks_and_computed_columns_are_found_too()
    {
        Assert.Equal("unique constraint", Single(new AddKey(A.Table("orders"), KeyKind.Unique, new Key("uq", Items.Of("state", "made")))).Values[1]);
        Assert.Equal("check", Single(A.Sql("alter table orders add constraint ck check (state <> made)")).Values[1]);
        Assert.Equal("computed column", Single(A.Add("orders", A.Text("both") with { Computed = new("state || made", true) })).Values[1]);
    }

    [Fact]
    public void A_check_of_the_column_alone_goes_with_it_as_expected() => Assert.Empty(
        History(A.Sql("alter table orders add constraint ck check (state <> '')")).On(DatabaseKind.Postgres).Found(DropIndexedColumn.Rule));

    [Fact]
    public void The_index_that_is_gone_is_not_missed_a_second_time()
    {
        var history = A.History(A.Migration(1, Orders, Both), A.Migration(2, Drop, A.DropIndex("ix", "orders"))).On(DatabaseKind.Postgres);

        Assert.Single(history.Found(DropIndexedColumn.Rule));
        Assert.Empty(history.Found(UnknownObject.Rule));
    }

    [Fact]
    public void Code_that_may_have_dropped_the_index_leaves_an_info() => Assert.Equal(
        Severity.Info,
        Assert.Single(A.History(A.Migration(1, Orders, Both), A.Migration(2, A.Code()), A.Migration(3, Drop)).On(DatabaseKind.SqlServer).Found(DropIndexedColumn.Rule)).Severity);

    [Fact]
    public void Sqlite_refuses_it_in_Sql_text()
    {
        var text = A.History(A.Migration(1, Orders, A.Index("ix", "orders", "state")), A.Migration(2, A.Sql("alter table orders drop column state")));

        Assert.Null(Assert.Single(text.Found(DropIndexedColumn.Rule)).Severity);
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, state text, made text); create index ix on orders (state)");
        Assert.True(database.Refuses("alter table orders drop column state"));
        database.Run("drop index ix");
        Assert.False(database.Refuses("alter table orders drop column state"));
    }

    private static Situation History(Operation operation) => A.History(A.Migration(1, Orders, operation), A.Migration(2, Drop));

    private static Finding Single(Operation operation) => Assert.Single(History(operation).On(DatabaseKind.Postgres).Found(DropIndexedColumn.Rule));

    private static void Silent(Operation operation) => Assert.Empty(History(operation).On(A.Everywhere).Found(DropIndexedColumn.Rule));
}
