using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class DefaultNoEffectTests
{
    private static readonly Column State = A.Text("state", 20) with { Default = Value.Of("new") };
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", State));

    [Fact]
    public void A_default_of_null_on_an_altered_column_is_found_once_for_the_two_steps_of_the_call()
    {
        var history = A.History(Orders, A.Migration(2, A.Alter("orders", State with { Default = Value.Null }), new SetDefault(A.Table("orders"), "state", Value.Null)));
        var found = Assert.Single(history.On(A.Everywhere).Found(DefaultNoEffect.Rule));

        Assert.Equal(
            "Column 'orders.state' is altered with a default of null, which is no default. Where none was there, nothing changes; where one was, it goes, or a constraint "
            + "that says null stays in its place. Say 'Delete.DefaultConstraint()' to take a default away, or leave the call out.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_default_of_a_value_is_silent() => Silent(A.Alter("orders", State));

    [Fact]
    public void No_default_is_silent() => Silent(A.Alter("orders", State with { Default = null }));

    [Fact]
    public void Taking_the_default_away_is_silent() => Silent(new DropDefault(A.Table("orders"), "state"));

    [Fact]
    public void An_added_column_is_silent() => Silent(A.Add("orders", A.Text("x") with { Default = Value.Null }));

    [Theory]
    [InlineData("alter table orders alter column state set default null", 1)]
    [InlineData("alter table orders alter column state set default 'null'", 0)]
    [InlineData("alter table orders alter column state drop default", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(Orders, A.Migration(2, A.Sql(sql))).Found(DefaultNoEffect.Rule).Length);

    private static void Silent(Operation operation) => Assert.Empty(A.History(Orders, A.Migration(2, operation)).Found(DefaultNoEffect.Rule));
}
