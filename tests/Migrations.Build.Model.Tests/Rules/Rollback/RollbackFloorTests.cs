using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class RollbackFloorTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users")).Down(A.Drop("users"));
    private static readonly Draft Split = A.Migration(2, A.Create("names")).ForwardOnly("Names cannot be joined again");

    [Fact]
    public void A_forward_only_migration_is_noted()
    {
        var found = Assert.Single(A.History(Users, Split).On(A.Everywhere).Found(RollbackFloor.Rule));

        Assert.Equal(
            "No rollback goes past migration 'M2', which is forward only. "
            + "Once it is applied, no release without it can be had back by rolling back: version 2 is as far as it goes. "
            + "Ship it by itself, so that what comes with it can still be taken back.",
            FindingText.Of(found));
    }

    [Fact]
    public void By_its_base_class_as_well() => Assert.Single(A.History(Users, A.Migration(2, A.Create("names")).DownIs(DownKind.ForwardOnly)).Found(RollbackFloor.Rule));

    [Fact]
    public void Of_several_the_last_one_is_the_floor() =>
        Assert.Equal(3, Assert.Single(A.History(Users, Split, A.Migration(3, A.Create("x")).ForwardOnly("No way")).Found(RollbackFloor.Rule)).Version);

    [Fact]
    public void A_released_floor_is_old_news() => Assert.Empty(A.History(Users, Split, A.Migration(3, A.Create("x")).Down(A.Drop("x"))).Released(1, 2).Found(RollbackFloor.Rule));

    [Fact]
    public void A_migration_that_can_be_undone_or_does_nothing_is_none() =>
        Assert.Empty(A.History(Users, A.Migration(2).ForwardOnly("Nothing to undo")).Found(RollbackFloor.Rule));
}
