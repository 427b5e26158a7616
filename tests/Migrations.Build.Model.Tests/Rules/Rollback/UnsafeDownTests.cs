using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class UnsafeDownTests
{
    private static readonly Draft Roles = A.Migration(1, A.Create("roles", A.Text("name"), A.Text("rank"))).Down(A.Drop("roles"));
    private static readonly DeleteRows All = new(A.Table("roles"), Items<Row>.Empty, true);

    [Fact]
    public void A_Down_that_deletes_more_than_Up_inserted_is_found()
    {
        var found = Assert.Single(A.History(Roles, A.Migration(2, A.Insert("roles", "name", "auditor")).Down(All)).On(A.Everywhere).Found(UnsafeDown.Rule));

        Assert.Equal(
            "Down does to 'roles' what rule MIG0204 warns of in an Up: all rows of a table are deleted. "
            + "A rollback would destroy what was there before the migration, or came since. Undo only what Up did, by a condition that finds just that.",
            FindingText.Of(found));
        Assert.Equal(50, found.Place!.Line);
    }

    [Fact]
    public void Text_is_read() => Assert.Single(A.History(Roles, A.Migration(2, A.Sql("insert into roles (name) values ('auditor')")).Down(A.Sql("delete from roles"))).Found(UnsafeDown.Rule));

    [Fact]
    public void A_column_that_Up_altered_and_Down_drops_and_makes_again_is_found() => Assert.Equal(
        Items.Of("roles.rank", "MIG0202", "a column that may hold values is dropped"),
        Assert.Single(A.History(Roles, A.Migration(2, A.Alter("roles", A.Int("rank"))).Down(A.DropColumn("roles", "rank"), A.Add("roles", A.Text("rank")))).Found(UnsafeDown.Rule)).Values);

    [Fact]
    public void A_column_that_Up_left_alone_and_Down_overwrites_is_found() => Assert.Single(
        A.History(Roles, A.Migration(2, A.Add("roles", A.Text("code"))).Down(A.UpdateAll("roles", "rank", "0"), A.DropColumn("roles", "code"))).Found(UnsafeDown.Rule));

    [Fact]
    public void Undoing_what_Up_did_is_silent()
    {
        Silent(Roles, A.Migration(2, A.Add("roles", A.Text("code")), A.UpdateAll("roles", "code", "x")).Down(A.DropColumn("roles", "code")));
        Silent(Roles, A.Migration(2, A.Create("tags", A.Text("t")), A.Insert("tags", "t", "x")).Down(A.Drop("tags")));
        Silent(Roles, A.Migration(2, A.Create("tags", A.Text("t")), A.Insert("tags", "t", "x")).Down(new DeleteRows(A.Table("tags"), Items<Row>.Empty, true), A.Drop("tags")));
        Silent(Roles, A.Migration(2, A.UpdateAll("roles", "rank", "1")).Down(A.UpdateAll("roles", "rank", "0")));
        Silent(Roles, A.Migration(2, new Model.Operations.RenameTable(A.Table("roles"), "groups")).Down(new Model.Operations.RenameTable(A.Table("groups"), "roles")));
    }

    [Fact]
    public void What_Up_made_under_another_name_is_silent() => Silent(
        Roles, A.Migration(2, A.Create("a", A.Text("t")), A.Insert("a", "t", "x"), new Model.Operations.RenameTable(A.Table("a"), "b")).Down(A.Drop("b")));

    [Fact]
    public void Deleting_just_the_rows_of_Up_is_silent() => Silent(
        Roles, A.Migration(2, A.Insert("roles", "name", "auditor")).Down(new DeleteRows(A.Table("roles"), Items.Of(new Row(Items.Of(new Cell("name", Value.Of("auditor"))))), false)));

    [Fact]
    public void An_older_column_that_does_not_come_back_is_the_matter_of_another_rule() => Silent(
        Roles, A.Migration(2, A.Add("roles", A.Text("code"))).Down(A.DropColumn("roles", "code"), A.DropColumn("roles", "rank")));

    [Fact]
    public void Code_in_Up_may_have_done_what_Down_undoes() => Silent(Roles, A.Migration(2, A.Code()).Down(All));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(UnsafeDown.Rule));
}
