using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class BlanketSuppressionTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users"));

    [Theory]
    [InlineData("*")]
    [InlineData("MIG02")]
    [InlineData("MIG02*")]
    [InlineData("MIG0201;MIG0202")]
    [InlineData("MIG0299")]
    [InlineData("DropTable")]
    public void What_is_the_id_of_no_rule_is_found(string rule) => Assert.Equal(
        $"Migration 'M1' accepts '{rule}', which is the id of no rule. An acceptance is for one rule and one reason, so this one silences nothing. "
        + "Name the rule that is meant, such as 'MIG0202', once for each.",
        FindingText.Of(Assert.Single(Found(rule))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_is_no_rule_either(string rule) => Assert.StartsWith("Migration 'M1' accepts nothing in particular.", FindingText.Of(Assert.Single(Found(rule))), StringComparison.Ordinal);

    [Theory]
    [InlineData("MIG0202")]
    [InlineData("mig0202")]
    [InlineData("MIG9207")]
    public void An_id_is_silent(string rule) => Assert.Empty(Found(rule));

    [Fact]
    public void A_released_migration_is_not_judged() => Assert.Empty(A.History(Users.Accept("*")).Released(1).Found(BlanketSuppression.Rule));

    private static Finding[] Found(string rule) => A.History(Users.Accept(rule)).Found(BlanketSuppression.Rule);
}
