using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class IndexNeededByFkTests
{
    private static readonly CreateIndex Index = A.Index("ux", "orders", "number");
    private static readonly CreateIndex Unique = Index with { Index = Index.Index with { Unique = true } };
    private static readonly AddForeignKey Key = new(new ForeignKey("fk", A.Table("lines"), Items.Of("number"), A.Table("orders"), Items.Of("number")));
    private static readonly Draft Both = A.Migration(1, A.Create("orders", A.Text("number")), A.Create("lines", A.Text("number")), Unique, A.Index("ix", "lines", "number"), Key);
    private static readonly CreateIndex Second = Unique with { Index = Unique.Index with { Name = "ux2" } };
    private static readonly DropIndex Drop = A.DropIndex("ux", "orders");

    [Fact]
    public void The_only_unique_index_that_a_foreign_key_refers_to_is_found()
    {
        var found = Assert.Single(A.History(Both, A.Migration(2, Drop)).On(A.Everywhere).Found(IndexNeededByFk.Rule));

        Assert.Equal(
            "Index 'orders.ux' is dropped, and foreign key 'lines.fk' needs it: nothing else makes the columns that it refers to unique. The server refuses that, and SQLite "
            + "refuses the rows that the foreign key should check from then on. Make another index over the same columns first, or drop the foreign key.",
            FindingText.Of(found));
    }

    [Fact]
    public void Another_unique_index_is_enough() => Silent(A.History(Both, A.Migration(2, Second, Drop)));

    [Fact]
    public void A_foreign_key_that_was_dropped_before_needs_nothing() => Silent(A.History(Both, A.Migration(2, A.DropForeignKey("fk", "lines"), Drop)));

    [Fact]
    public void An_index_over_other_columns_is_silent() => Silent(A.History(
        A.Migration(1, A.Create("orders", A.Text("number"), A.Text("x")), A.Create("lines", A.Text("number")), Unique, A.Index("ix", "lines", "number"), Key, A.Index("other", "orders", "x")),
        A.Migration(2, A.DropIndex("other", "orders"))));

    [Fact]
    public void The_last_index_over_the_columns_that_refer_is_needed_on_MySql() => Assert.Equal(
        Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb),
        Assert.Single(A.History(Both, A.Migration(2, A.DropIndex("ix", "lines"))).On(A.Everywhere).Found(IndexNeededByFk.Rule)).Databases);

    [Fact]
    public void A_longer_index_that_begins_with_them_is_enough() => Silent(A.History(Both, A.Migration(2, A.Index("longer", "lines", "number", "id"), A.DropIndex("ix", "lines"))));

    [Theory]
    [InlineData("drop index ux", 1)]
    [InlineData("drop index ix", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Both, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(IndexNeededByFk.Rule).Length);

    [Fact]
    public void Code_that_may_have_made_another_leaves_an_info() =>
        Assert.Equal(Severity.Info, Assert.Single(A.History(Both, A.Migration(2, A.Code()), A.Migration(3, Drop)).Found(IndexNeededByFk.Rule)).Severity);

    [Fact]
    public void Sqlite_drops_the_index_and_refuses_the_rows()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, number text); create unique index ux on orders (number); insert into orders values (1, 'a')");
        database.Run("create table lines (id integer primary key, number text references orders (number)); insert into lines values (1, 'a')");

        Assert.False(database.Refuses("drop index ux"));
        Assert.True(database.Refuses("insert into lines values (2, 'a')"));
    }

    private static void Silent(Situation situation) => Assert.Empty(situation.On(A.Everywhere).Found(IndexNeededByFk.Rule));
}
