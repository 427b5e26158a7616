using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownForeignTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name"), A.Text("country"))).Down(A.Drop("users"));
    private static readonly Draft City = A.Migration(2, A.Add("users", A.Text("city")));

    [Fact]
    public void An_older_column_that_Down_drops_is_found_at_the_step_of_Down()
    {
        var found = Assert.Single(A.History(Users, City.Down(A.DropColumn("users", "city"), A.DropColumn("users", "country"))).On(A.Everywhere).Found(DownForeign.Rule));

        Assert.Equal(51, found.Place!.Line);
        Assert.StartsWith("Down drops column 'users.country', which Up leaves alone.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Down_that_keeps_to_what_Up_did_is_silent() => Silent(Users, City.Down(A.DropColumn("users", "city")));

    [Fact]
    public void An_older_table_that_Down_drops_is_one_finding() =>
        Assert.Equal(Items.Of("table", "users", "drops"), Assert.Single(A.History(Users, A.Migration(2, A.Create("tags")).Down(A.Drop("tags"), A.Drop("users"))).Found(DownForeign.Rule)).Values);

    [Fact]
    public void An_older_column_that_Down_changes_is_found()
    {
        var change = City.Down(A.DropColumn("users", "city"), A.Alter("users", A.Text("country", 2)));

        Assert.Equal(Items.Of("column", "users.country", "changes"), Assert.Single(A.History(Users, change).On(DatabaseKind.Postgres).Found(DownForeign.Rule)).Values);
    }

    [Fact]
    public void Something_that_was_never_there_and_that_Down_makes_is_found() =>
        Assert.Equal(Items.Of("table", "tags", "makes"), Assert.Single(A.History(Users, City.Down(A.DropColumn("users", "city"), A.Create("tags"))).Found(DownForeign.Rule)).Values);

    [Fact]
    public void What_Down_changes_and_changes_back_is_silent() =>
        Silent(Users, City.Down(new RenameTable(A.Table("users"), "u"), A.DropColumn("u", "city"), new RenameTable(A.Table("u"), "users")));

    [Fact]
    public void Code_in_Up_may_have_touched_it_unless_it_declares_another_table()
    {
        var coded = A.Migration(2, A.Create("other"), A.Code()).Down(A.Drop("other"), A.DropColumn("users", "country"));

        Silent(Users, coded);
        Assert.Single(A.History(Users, coded.Touches("other")).Found(DownForeign.Rule));
        Silent(Users, coded.Touches("users.country"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(DownForeign.Rule));
}
