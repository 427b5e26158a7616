using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class DropAddRenameTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("full_name", 200), A.Int("age")));

    [Fact]
    public void A_column_that_is_dropped_and_added_under_a_like_name_is_found_instead_of_the_drop()
    {
        var history = A.History(Users, A.Migration(2, A.Add("users", A.Text("display_name", 200)), A.DropColumn("users", "full_name"))).On(A.Everywhere);
        var found = Assert.Single(history.Found(DropAddRename.Rule));

        Assert.Equal(
            "'users.full_name' is dropped, and 'users.display_name', which looks like it under another name, is added. "
            + "If the new one is meant to go on for the old one, it begins without what that held. Rename or alter it, or say with '[Accept]' that these are two things.",
            FindingText.Of(found));
        Assert.Equal(11, found.Place!.Line);
        Assert.Empty(history.Found(Model.Rules.DataLoss.DropColumn.Rule));
    }

    [Fact]
    public void The_same_name_is_found_whatever_the_type()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.DropColumn("users", "age"), A.Add("users", A.Text("age")))).Found(DropAddRename.Rule));

        Assert.StartsWith("'users.age' is dropped, and added again under the same name. If", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_read() => Assert.Single(A.History(
        Users, A.Migration(2, A.Sql("alter table users drop column age; alter table users add column age integer"))).Found(DropAddRename.Rule));

    [Theory]
    [InlineData("fax", 200)]
    [InlineData("display_name", 100)]
    public void Another_word_or_another_type_is_silent_and_the_drop_is_found(string name, int size)
    {
        var history = A.History(Users, A.Migration(2, A.Add("users", A.Text(name, size)), A.DropColumn("users", "full_name")));

        Assert.Empty(history.Found(DropAddRename.Rule));
        Assert.Single(history.Found(Model.Rules.DataLoss.DropColumn.Rule));
    }

    [Fact]
    public void Two_that_are_alike_are_a_split() => Silent(
        Users, A.Migration(2, A.Add("users", A.Text("first_name", 200)), A.Add("users", A.Text("last_name", 200)), A.DropColumn("users", "full_name")));

    [Fact]
    public void Values_that_are_carried_over_or_may_be_are_silent()
    {
        var (add, drop) = (A.Add("users", A.Text("display_name", 200)), A.DropColumn("users", "full_name"));

        Silent(Users, A.Migration(2, add, A.Sql("update users set display_name = full_name"), drop));
        Silent(Users, A.Migration(2, add, A.Code(), drop));
    }

    [Fact]
    public void A_table_with_mostly_the_same_columns_is_found()
    {
        var history = A.History(Users, A.Migration(2, A.Create("people", A.Text("full_name", 200), A.Int("age")), A.Drop("users")));

        Assert.Equal(Items.Of("users", "people"), Assert.Single(history.Found(DropAddRename.Rule)).Values);
        Assert.Empty(history.Found(Model.Rules.DataLoss.DropTable.Rule));
    }

    [Fact]
    public void A_table_with_other_columns_or_whose_rows_are_copied_is_silent()
    {
        Silent(Users, A.Migration(2, A.Create("visits", A.Text("page"), A.Int("age")), A.Drop("users")));
        Silent(Users, A.Migration(2, A.Create("people", A.Text("full_name", 200), A.Int("age")), A.Sql("insert into people select * from users"), A.Drop("users")));
    }

    [Fact]
    public void A_rename_and_a_new_column_are_silent()
    {
        Silent(Users, A.Migration(2, new Model.Operations.RenameColumn(A.Table("users"), "full_name", "display_name")));
        Silent(A.Migration(1, A.Create("users", A.Text("full_name")), A.Add("users", A.Text("display_name")), A.DropColumn("users", "full_name")));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DropAddRename.Rule));
}
