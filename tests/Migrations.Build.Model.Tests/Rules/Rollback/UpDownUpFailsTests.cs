using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class UpDownUpFailsTests
{
    private static readonly Draft People = A.Migration(1, A.Create("people"));

    [Fact]
    public void A_type_that_Down_leaves_is_found()
    {
        var found = Assert.Single(Found("create type mood as enum ('glad', 'sad')"));

        Assert.Equal(
            "The type 'mood' is still there after Down. After a rollback the corrected release cannot be deployed, since its Up fails on what is there already. Drop it in Down as well.",
            FindingText.Of(found));
        Assert.Equal(10, found.Place!.Line);
    }

    [Theory]
    [InlineData("create function f() returns int as $$ select 1 $$ language sql", 1)]
    [InlineData("create domain public.email as text", 1)]
    [InlineData("CREATE TYPE \"mood\" AS ENUM ('a')", 1)]
    [InlineData("create or replace function f() returns int as $$ select 1 $$ language sql", 0)]
    [InlineData("create extension if not exists citext", 0)]
    [InlineData("drop type if exists mood; create type mood as enum ('a')", 0)]
    [InlineData("create type mood as enum ('a'); drop type mood", 0)]
    [InlineData("-- create type mood as enum ('a')", 0)]
    public void What_fails_twice_is_found(string sql, int found) => Assert.Equal(found, Found(sql).Length);

    [Fact]
    public void What_Down_drops_or_may_drop_is_silent()
    {
        var up = A.Migration(2, A.Sql("create type mood as enum ('a')"), A.Add("people", A.Text("x")));

        Assert.Empty(A.History(People, up.Down(A.DropColumn("people", "x"), A.Sql("drop type mood"))).On(DatabaseKind.Postgres).Found(UpDownUpFails.Rule));
        Assert.Empty(A.History(People, up.Down(A.DropColumn("people", "x"), A.Code())).On(DatabaseKind.Postgres).Found(UpDownUpFails.Rule));
    }

    [Fact]
    public void A_table_that_stays_is_the_matter_of_another_rule()
    {
        var history = A.History(People, A.Migration(2, A.Create("a"), A.Create("b")).Down(A.Drop("b")));

        Assert.Empty(history.Found(UpDownUpFails.Rule));
        Assert.Single(history.Found(DownIncomplete.Rule));
    }

    [Fact]
    public void Without_a_Down_another_rule_speaks() => Assert.Empty(A.History(People, A.Migration(2, A.Sql("create type mood as enum ('a')"))).On(DatabaseKind.Postgres).Found(UpDownUpFails.Rule));

    private static Finding[] Found(string sql) =>
        A.History(People, A.Migration(2, A.Sql(sql), A.Add("people", A.Text("x"))).Down(A.DropColumn("people", "x"))).On(DatabaseKind.Postgres).Found(UpDownUpFails.Rule);
}
