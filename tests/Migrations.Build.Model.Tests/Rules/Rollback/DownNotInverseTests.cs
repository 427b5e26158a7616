using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class DownNotInverseTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name"))).Down(A.Drop("users"));

    [Fact]
    public void A_table_that_Down_puts_aside_instead_of_dropping_is_found()
    {
        var aside = A.Migration(2, A.Create("tags")).Down(new RenameTable(A.Table("tags"), "tags_old"));
        var found = Assert.Single(Rollback(Users, aside));

        Assert.Equal("MIG0108", found.Rule);
        Assert.Equal(50, found.Place!.Line);
        Assert.StartsWith("After Up and Down table 'tags_old' is '(id)', and was not there before.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_Down_drops_is_silent() => Assert.Empty(Rollback(Users, A.Migration(2, A.Create("tags")).Down(A.Drop("tags"))));

    [Fact]
    public void A_column_that_Down_changes_instead_of_dropping_is_found()
    {
        var city = A.Migration(2, A.Add("users", A.Text("city", 80)));

        Assert.Equal("MIG0108", Assert.Single(Rollback(Users, city.Down(A.Alter("users", A.Int("city"))))).Rule);
        Assert.Empty(Rollback(Users, city.Down(A.DropColumn("users", "city"))));
    }

    [Fact]
    public void Every_difference_is_said_by_one_rule_only()
    {
        var mixed = A.Migration(2, A.Add("users", A.Text("a")), A.Add("users", A.Text("b", 10)), A.Alter("users", A.Text("name", 50)))
            .Down(A.Alter("users", A.Int("b")), A.Alter("users", A.Text("name", 20)), A.Create("stray"));

        Assert.Equal(
            ["MIG0104 users.a", "MIG0105 stray", "MIG0106 users.name", "MIG0108 users.b"],
            Rollback(Users, mixed).Select(f => f.Rule + " " + f.Values[1]).Order(StringComparer.Ordinal));
    }

    private static Finding[] Rollback(params Draft[] drafts) =>
        [.. A.History(drafts).On(A.Everywhere).Check().Where(f => f.Version == 2 && f.Rule.StartsWith("MIG01", StringComparison.Ordinal))];
}
