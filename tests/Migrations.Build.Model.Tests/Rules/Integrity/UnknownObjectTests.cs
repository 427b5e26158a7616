using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class UnknownObjectTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name"))).Down(A.Drop("users"));

    [Fact]
    public void A_mistyped_table_is_found_with_the_name_that_was_meant()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.Add("usrs", A.Text("x")))).On(A.Everywhere).Found(UnknownObject.Rule));

        Assert.Equal(10, found.Place!.Line);
        Assert.StartsWith("Table 'usrs' is not there when Up needs it: no step before makes it, or one takes it away. Did you mean 'users'? The", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_table_is_silent() => Assert.Empty(A.History(Users, A.Migration(2, A.Add("users", A.Text("x")))).On(A.Everywhere).Found(UnknownObject.Rule));

    [Fact]
    public void A_mistyped_column_of_an_index_is_found() =>
        Assert.Equal("users.nane", Assert.Single(A.History(Users, A.Migration(2, A.Index("ix", "users", "nane"))).Found(UnknownObject.Rule)).Values[1]);

    [Fact]
    public void A_table_that_an_earlier_migration_dropped_is_found() =>
        Assert.Single(A.History(Users, A.Migration(2, A.Drop("users")), A.Migration(3, A.Add("users", A.Text("x")))).Found(UnknownObject.Rule));

    [Fact]
    public void One_missing_table_is_said_once_however_often_it_is_used() =>
        Assert.Single(A.History(Users, A.Migration(2, A.Add("usrs", A.Text("x")), A.Add("usrs", A.Text("y")))).Found(UnknownObject.Rule));

    [Fact]
    public void After_code_that_may_have_made_it_nothing_is_unknown() =>
        Assert.Empty(A.History(A.Migration(1, A.Code()), A.Migration(2, A.Add("users", A.Text("x")))).Found(UnknownObject.Rule));

    [Fact]
    public void After_code_that_declares_another_table_it_is_unknown() =>
        Assert.Single(A.History(Users, A.Migration(2, A.Code()).Touches("orders"), A.Migration(3, A.Add("usrs", A.Text("x")))).Found(UnknownObject.Rule));

    [Fact]
    public void Upper_case_is_another_name_on_Postgres_only() => Assert.Equal(
        Items.Of(DatabaseKind.Postgres),
        Assert.Single(A.History(Users, A.Migration(2, A.Add("Users", A.Text("x")))).On(A.Everywhere).Found(UnknownObject.Rule)).Databases);

    [Fact]
    public void A_mistyped_name_in_Down_is_found_in_Down()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.Index("ix_name", "users", "name")).Down(A.DropIndex("ix_nane", "users"))).Found(UnknownObject.Rule));

        Assert.Equal(50, found.Place!.Line);
        Assert.Equal(Items.Of("index", "users.ix_nane", "Down", "ix_name"), found.Values);
    }

    [Fact]
    public void What_Up_misses_is_not_said_again_of_Down() =>
        Assert.Equal("Up", Assert.Single(A.History(Users, A.Migration(2, A.Add("usrs", A.Text("x"))).Down(A.DropColumn("usrs", "x"))).Found(UnknownObject.Rule)).Values[2]);

    [Fact]
    public void An_index_that_Up_cannot_make_is_not_missed_in_Down() =>
        Assert.Single(A.History(Users, A.Migration(2, A.Index("ix", "users", "nane")).Down(A.DropIndex("ix", "users"))).Found(UnknownObject.Rule));

    [Fact]
    public void The_right_name_in_Down_is_silent() =>
        Assert.Empty(A.History(Users, A.Migration(2, A.Index("ix_name", "users", "name")).Down(A.DropIndex("ix_name", "users"))).Found(UnknownObject.Rule));

    [Fact]
    public void Sqlite_lets_a_foreign_key_refer_to_a_table_that_is_not_there()
    {
        var history = A.History(A.Migration(1, A.Create("lines", A.Int("order_id")), A.ForeignKey("fk", "lines", "order_id", "orders")));

        Assert.Empty(history.Found(UnknownObject.Rule));
        Assert.Single(history.On(DatabaseKind.Postgres).Found(OlderTable.Rule));
        using var database = new SqliteFile();
        Assert.False(database.Refuses("create table lines (id integer primary key, order_id int references orders (id))"));
    }
}
