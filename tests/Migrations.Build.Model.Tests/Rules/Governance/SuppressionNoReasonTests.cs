using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class SuppressionNoReasonTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users"));
    private static readonly Draft DropUsers = A.Migration(2, A.Drop("users")).Breaking().Down(A.Create("users"));

    [Theory]
    [InlineData("", null, "without a reason")]
    [InlineData("  ", null, "without a reason")]
    [InlineData("unused", "2026-04-30", "until '2026-04-30', and that day is past")]
    [InlineData("unused", "1 May 2026", "until '1 May 2026', which is no day in the form 'yyyy-MM-dd'")]
    [InlineData("unused", "2026-02-30", "until '2026-02-30', which is no day in the form 'yyyy-MM-dd'")]
    public void An_acceptance_that_says_too_little_is_found(string reason, string? until, string problem)
    {
        var found = Assert.Single(A.History(Users, DropUsers.Accept("MIG0201", reason, until)).Found(SuppressionNoReason.Rule));

        Assert.Equal(5, found.Place!.Line);
        Assert.Equal(
            $"Migration 'M2' accepts rule 'MIG0201' {problem}. A risk that nobody can explain, or that was taken for a while only, is not taken knowingly. "
            + "Say why in '[Accept(\"MIG0201\", \"why\")]', with a day that is still to come where it ends.",
            FindingText.Of(found));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-05-01")]
    [InlineData("2027-01-01")]
    public void A_reason_that_holds_today_is_silent(string? until) =>
        Assert.Empty(A.History(Users, DropUsers.Accept("MIG0201", "unused since release 41", until)).Found(SuppressionNoReason.Rule));

    [Fact]
    public void Each_acceptance_is_judged() => Assert.Equal(
        ["MIG0101", "MIG0201"],
        A.History(Users, DropUsers.Accept("MIG0201", "").Accept("MIG0101", "").Accept("MIG0202", "why")).Found(SuppressionNoReason.Rule).Select(f => f.Values[1]));

    [Fact]
    public void An_acceptance_of_a_released_migration_is_history() => Assert.Empty(A.History(Users, DropUsers.Accept("MIG0201", "")).Released(1, 2).Found(SuppressionNoReason.Rule));
}
