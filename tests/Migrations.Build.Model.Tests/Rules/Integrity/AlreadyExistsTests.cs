using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class AlreadyExistsTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name")), A.Create("teams", A.Text("name")), A.Index("ix_name", "users", "name"));

    [Fact]
    public void A_table_that_is_there_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.Create("users"))).On(A.Everywhere).Found(AlreadyExists.Rule));

        Assert.Equal("Table 'users' is there already when Up makes it. The migration fails at this step. Choose another name, or leave the step out.", FindingText.Of(found));
    }

    [Fact]
    public void A_table_that_may_be_there_is_silent() =>
        Assert.Empty(A.History(Users, A.Migration(2, A.Create("users") with { IfNotExists = true })).Found(AlreadyExists.Rule));

    [Fact]
    public void A_table_that_was_dropped_before_is_silent() =>
        Assert.Empty(A.History(Users, A.Migration(2, A.Drop("users"), A.Create("users"))).Found(AlreadyExists.Rule));

    [Fact]
    public void A_column_that_is_there_is_found() =>
        Assert.Equal(Items.Of("column", "users.name", "Up"), Assert.Single(A.History(Users, A.Migration(2, A.Add("users", A.Text("name")))).Found(AlreadyExists.Rule)).Values);

    [Fact]
    public void An_index_name_of_another_table_is_taken_where_names_are_unique_in_the_schema() => Assert.Equal(
        Items.Of(DatabaseKind.Sqlite, DatabaseKind.Postgres),
        Assert.Single(A.History(Users, A.Migration(2, A.Index("ix_name", "teams", "name"))).On(A.Everywhere).Found(AlreadyExists.Rule)).Databases);

    [Fact]
    public void Sqlite_refuses_an_index_name_of_another_table()
    {
        using var database = new SqliteFile();
        database.Run("create table users (name); create table teams (name); create index ix_name on users (name)");

        Assert.True(database.Refuses("create index ix_name on teams (name)"));
    }

    [Fact]
    public void What_Down_makes_twice_is_found_in_Down()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.Add("users", A.Text("x"))).Down(A.DropColumn("users", "x"), A.Create("teams"))).Found(AlreadyExists.Rule));

        Assert.Equal("Down", found.Values[2]);
        Assert.Equal(51, found.Place!.Line);
    }
}
