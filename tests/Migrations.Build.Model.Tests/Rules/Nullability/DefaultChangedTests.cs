using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class DefaultChangedTests
{
    private static readonly Column State = A.Text("state", 20) with { Default = Value.Of("new") };
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", State));
    private static readonly SetDefault Open = new(A.Table("orders"), "state", Value.Of("open"));

    [Fact]
    public void Another_default_is_an_info()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Open)).On(A.Everywhere).Found(DefaultChanged.Rule));

        Assert.Equal(Severity.Info, DefaultChanged.Rule.Severity);
        Assert.Equal(
            "The default of column 'orders.state' changes from 'new' to 'open'. Rows that are there keep the old value, and an application that writes the default itself "
            + "goes on writing the old one. Change the application in the same release, and update the rows where that is meant.",
            FindingText.Of(found));
    }

    [Fact]
    public void The_two_steps_of_one_call_are_one_finding() =>
        Assert.Single(A.History(Orders, A.Migration(2, A.Alter("orders", State with { Default = Value.Of("open") }), Open)).Found(DefaultChanged.Rule));

    [Fact]
    public void The_same_default_is_silent() => Silent(Orders, A.Migration(2, Open with { Default = Value.Of("new") }));

    [Fact]
    public void The_same_default_in_Sql_text_is_silent() => Silent(Orders, A.Migration(2, A.Sql("alter table orders alter column state set default 'new'")));

    [Fact]
    public void Another_default_in_Sql_text_is_found() =>
        Assert.Single(A.History(Orders, A.Migration(2, A.Sql("alter table orders alter column state set default 'open'"))).Found(DefaultChanged.Rule));

    [Fact]
    public void A_first_default_is_silent() => Silent(A.Migration(1, A.Create("orders", State with { Default = null })), A.Migration(2, Open));

    [Fact]
    public void A_default_that_goes_is_silent() => Silent(Orders, A.Migration(2, new DropDefault(A.Table("orders"), "state")));

    [Fact]
    public void A_new_column_is_silent() => Silent(A.Migration(1, A.Create("orders")), A.Migration(2, A.Add("orders", State), Open));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DefaultChanged.Rule));
}
