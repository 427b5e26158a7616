using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class ForwardOnlyUnexplainedTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users"));

    [Fact]
    public void A_forward_only_migration_without_a_reason_is_found()
    {
        var found = Assert.Single(A.History(Users.DownIs(DownKind.ForwardOnly)).On(A.Everywhere).Found(ForwardOnlyUnexplained.Rule));

        Assert.Equal(
            "Migration 'M1' cannot be undone and does not say why. "
            + "Whoever has to take the release back learns only then that it is not possible, and not what to do instead. "
            + "Say with '[ForwardOnly(\"why\", Recovery = \"what to do\")]' what there is to know.",
            FindingText.Of(found));
        Assert.Equal(5, found.Place!.Line);
    }

    [Fact]
    public void A_blank_reason_is_none() => Assert.Single(A.History(Users.ForwardOnly(" ")).Found(ForwardOnlyUnexplained.Rule));

    [Fact]
    public void A_reason_is_enough() => Silent(Users.DownIs(DownKind.ForwardOnly).ForwardOnly("The ledger cannot be computed back"));

    [Fact]
    public void A_Down_that_does_nothing_or_throws_is_the_matter_of_another_rule()
    {
        Silent(Users);
        Silent(Users.DownIs(DownKind.Throws, "NotSupportedException"));
    }

    [Fact]
    public void A_migration_that_does_nothing_is_silent() => Silent(A.Migration(1).DownIs(DownKind.ForwardOnly));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(ForwardOnlyUnexplained.Rule));
}
