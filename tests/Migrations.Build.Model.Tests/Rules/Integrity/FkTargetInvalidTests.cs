using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class FkTargetInvalidTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", A.Text("number", 20)), A.Create("lines", A.Text("number", 20)));
    private static readonly AddForeignKey Key = new(new ForeignKey("fk", A.Table("lines"), Items.Of("number"), A.Table("orders"), Items.Of("number")));
    private static readonly AddKey Unique = new(A.Table("orders"), KeyKind.Unique, new Key("uq", Items.Of("number")));
    private static readonly CreateIndex Index = A.Index("ix", "orders", "number");

    [Fact]
    public void A_target_that_is_not_unique_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Key)).On(A.Everywhere).Found(FkTargetInvalid.Rule));

        Assert.Equal(
            "Foreign key 'lines.fk' refers to what is no key: no primary key or unique constraint of table 'orders' is over exactly 'number'. The server refuses it, "
            + "and SQLite refuses every row that it should check. Refer to the primary key, or make the columns unique first.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_unique_constraint_before_it_is_silent() => Assert.Empty(A.History(Orders, A.Migration(2, Unique, Key)).On(A.Everywhere).Found(FkTargetInvalid.Rule));

    [Fact]
    public void A_unique_index_before_it_is_silent() =>
        Assert.Empty(A.History(Orders, A.Migration(2, Index with { Index = Index.Index with { Unique = true } }, Key)).On(A.Everywhere).Found(FkTargetInvalid.Rule));

    [Fact]
    public void A_primary_key_is_silent() => Assert.Empty(A.History(Orders, A.Migration(2, A.Add("lines", A.Int("order_id")), A.ForeignKey("fk", "lines", "order_id", "orders"))).On(A.Everywhere).Found(FkTargetInvalid.Rule));

    [Fact]
    public void A_plain_index_is_enough_for_MySql() => Assert.Equal(
        Items.Of(DatabaseKind.Sqlite, DatabaseKind.Postgres, DatabaseKind.SqlServer),
        Assert.Single(A.History(Orders, A.Migration(2, Index, Key)).On(A.Everywhere).Found(FkTargetInvalid.Rule)).Databases);

    [Fact]
    public void A_unique_constraint_behind_it_comes_too_late_but_for_Sqlite() =>
        Assert.DoesNotContain(DatabaseKind.Sqlite, Assert.Single(A.History(Orders, A.Migration(2, Key, Unique)).On(A.Everywhere).Found(FkTargetInvalid.Rule)).Databases);

    [Fact]
    public void A_table_that_is_not_there_is_found_on_Sqlite_unless_a_later_migration_makes_it()
    {
        var key = A.Migration(2, A.Add("lines", A.Int("user_id")), A.ForeignKey("fk", "lines", "user_id", "users"));

        Assert.Equal("table 'users' is not there", Assert.Single(A.History(Orders, key).Found(FkTargetInvalid.Rule)).Values[1]);
        Assert.Empty(A.History(Orders, key, A.Migration(3, A.Create("users"))).Found(FkTargetInvalid.Rule));
    }

    [Theory]
    [InlineData("create table notes (id int primary key, number text references orders (number))", 1)]
    [InlineData("create table notes (id int primary key, number text references orders)", 0)]
    [InlineData("alter table lines add constraint fk foreign key (number) references orders (number)", 1)]
    [InlineData("create unique index ux on orders (number); alter table lines add constraint fk foreign key (number) references orders (number)", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Orders, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres).Found(FkTargetInvalid.Rule).Length);

    [Fact]
    public void Code_that_may_have_made_the_key_leaves_an_info() =>
        Assert.Equal(Severity.Info, Assert.Single(A.History(Orders, A.Migration(2, A.Code()), A.Migration(3, Key)).Found(FkTargetInvalid.Rule)).Severity);

    [Fact]
    public void Sqlite_takes_the_key_and_refuses_the_rows()
    {
        using var database = new SqliteFile();
        database.Run("create table orders (id integer primary key, number text); insert into orders values (1, 'a'); create table lines (id integer primary key, number text references orders (number))");

        Assert.True(database.Refuses("insert into lines values (1, 'a')"));
        database.Run("create unique index ux on orders (number)");
        Assert.False(database.Refuses("insert into lines values (1, 'a')"));
    }
}
