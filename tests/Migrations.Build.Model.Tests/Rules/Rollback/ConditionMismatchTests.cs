using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Integrity;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class ConditionMismatchTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("city"))).Down(A.Drop("users"));

    [Fact]
    public void A_table_that_Up_finds_there_and_Down_drops_is_found_instead_of_the_foreign_change()
    {
        var history = A.History(Users, A.Migration(2, A.Create("users", A.Text("city")) with { IfNotExists = true }).Down(A.Drop("users"))).On(A.Everywhere);
        var found = Assert.Single(history.Found(ConditionMismatch.Rule));

        Assert.Equal(
            "Up makes table 'users' only where it is missing, and Down drops it in any case. A rollback fails, or drops what an older migration made. Put the same condition around both.",
            FindingText.Of(found));
        Assert.Equal(50, found.Place!.Line);
        Assert.Empty(history.Found(DownForeign.Rule));
    }

    [Fact]
    public void Text_is_read() => Assert.Single(A.History(
        Users, A.Migration(2, A.Sql("create table if not exists users (id int primary key)"), A.Create("x")).Down(A.Drop("x"), A.Drop("users"))).Found(ConditionMismatch.Rule));

    [Fact]
    public void A_table_that_Up_does_make_is_silent()
    {
        Silent(A.Migration(1, A.Create("users") with { IfNotExists = true }).Down(A.Drop("users")));
        Silent(Users, A.Migration(2, A.Create("users") with { IfNotExists = true }, A.Create("tags")).Down(A.Drop("tags")));
    }

    [Fact]
    public void Where_code_may_have_made_it_before_it_is_an_info() => Assert.Equal(Severity.Info, Assert.Single(A.History(
        A.Migration(1, A.Code()), A.Migration(2, A.Create("users") with { IfNotExists = true }).Down(A.Drop("users"))).Found(ConditionMismatch.Rule)).Severity);

    [Fact]
    public void A_question_that_only_Up_asked_is_a_condition() => Assert.Equal(Items.Of("column", "users.city", "where it is missing"), Assert.Single(A.History(
        Users,
        A.Migration(2, A.Create("x")).Asks(new Assumption("column", A.Table("users"), "city", true)).Down(A.Drop("x"), A.DropColumn("users", "city"))).Found(ConditionMismatch.Rule)).Values);

    [Fact]
    public void What_Up_makes_on_one_database_only_and_Down_drops_on_all_is_found_where_it_is_missing()
    {
        var history = A.History(Users, A.Migration(2).On(DatabaseKind.Sqlite, A.Create("notes")).Down(A.Drop("notes"))).On(DatabaseKind.Sqlite, DatabaseKind.Postgres);
        var found = Assert.Single(history.Found(ConditionMismatch.Rule));

        Assert.Equal(Items.Of(DatabaseKind.Postgres), found.Databases);
        Assert.Equal(Items.Of("table", "notes", "on Sqlite"), found.Values);
        Assert.Empty(history.Found(UnknownObject.Rule));
    }

    [Fact]
    public void Dropping_what_may_be_missing_does_no_harm_there() => Assert.Empty(A.History(
        Users, A.Migration(2).On(DatabaseKind.Sqlite, A.Create("notes")).Down(A.Drop("notes") with { IfExists = true })).On(DatabaseKind.Sqlite, DatabaseKind.Postgres).Found(ConditionMismatch.Rule));

    [Fact]
    public void A_foreign_change_without_a_condition_is_the_matter_of_another_rule()
    {
        var history = A.History(Users, A.Migration(2, A.Create("x")).Down(A.Drop("x"), A.Drop("users")));

        Assert.Empty(history.Found(ConditionMismatch.Rule));
        Assert.Single(history.Found(DownForeign.Rule));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(ConditionMismatch.Rule));
}
