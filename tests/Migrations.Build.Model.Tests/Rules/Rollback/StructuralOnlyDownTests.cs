using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class StructuralOnlyDownTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("fax"))).Down(A.Drop("users"));
    private static readonly Draft DropFax = A.Migration(2, A.DropColumn("users", "fax"));

    [Fact]
    public void A_column_that_comes_back_without_its_values_is_noted()
    {
        var found = Assert.Single(A.History(Users, DropFax.Down(A.Add("users", A.Text("fax")))).On(A.Everywhere).Found(StructuralOnlyDown.Rule));

        Assert.Equal(
            "Down makes column 'users.fax' again, without the values that Up drops. "
            + "They come back only where 'migrations rollback' undoes what 'migrations apply' did, since that keeps them. Do not undo this migration with anything else.",
            FindingText.Of(found));
        Assert.Equal(40, found.Place!.Line);
    }

    [Fact]
    public void A_table_that_comes_back_without_its_rows_is_noted_in_any_spelling()
    {
        var back = A.Create("users", A.Text("fax"));

        Assert.Equal(Items.Of("table", "users", "rows"), Assert.Single(A.History(Users, A.Migration(2, A.Drop("users")).Down(back)).Found(StructuralOnlyDown.Rule)).Values);
        Assert.Single(A.History(Users, A.Migration(2, A.Sql("drop table users")).Down(back)).Found(StructuralOnlyDown.Rule));
    }

    [Fact]
    public void What_does_not_come_back_is_the_matter_of_another_rule() => Silent(Users, DropFax.Down(A.Create("x"), A.Drop("x")));

    [Fact]
    public void A_Down_that_writes_rows_there_is_silent()
    {
        Silent(Users, DropFax.Down(A.Add("users", A.Text("fax")), A.UpdateAll("users", "fax", "?")));
        Silent(Users, DropFax.Down(A.Add("users", A.Text("fax")), A.Sql("update users set fax = (select fax from faxes f where f.id = users.id)")));
        Silent(Users, DropFax.Down(A.Add("users", A.Text("fax")), A.Code()));
    }

    [Fact]
    public void What_is_new_held_nothing() =>
        Assert.Empty(A.History(Users, DropFax.Down(A.Add("users", A.Text("fax")))).Released().Found(StructuralOnlyDown.Rule));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(StructuralOnlyDown.Rule));
}
