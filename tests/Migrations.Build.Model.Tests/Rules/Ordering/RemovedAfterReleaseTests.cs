using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class RemovedAfterReleaseTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users"));
    private static readonly ReleasedMigration AddPhone = new(2, "AddPhone", "h", "1.0");

    [Fact]
    public void A_version_that_is_gone_is_found() => Assert.Equal(
        "Migration 'AddPhone' of version '2' shipped in release '1.0' and is gone. Databases that ran it hold what nothing in the project makes or undoes any more, and new databases never get it. "
        + "Bring it back as it was.",
        FindingText.Of(Assert.Single(A.History(Users).On(A.Everywhere).Shipped(AddPhone).Found(RemovedAfterRelease.Rule))));

    [Fact]
    public void Another_version_of_the_class_is_said_and_pointed_at()
    {
        var found = Assert.Single(A.History(Users, A.Migration(3).Named("AddPhone")).Shipped(AddPhone).Found(RemovedAfterRelease.Rule));

        Assert.Equal(5, found.Place!.Line);
        Assert.Contains("and is gone: a class of that name has version '3' now.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_became_a_profile_is_said() => Assert.Contains(
        "a class of that name is no versioned migration any more",
        FindingText.Of(Assert.Single(A.History(Users, A.Migration(0).Named("AddPhone").Runs(MigrationKind.Profile, "Demo")).Shipped(AddPhone).Found(RemovedAfterRelease.Rule))),
        StringComparison.Ordinal);

    [Fact]
    public void Another_name_for_the_same_version_is_silent() => Assert.Empty(A.History(Users, A.Migration(2).Named("AddPhoneNumber")).Shipped(AddPhone).Found(RemovedAfterRelease.Rule));

    [Fact]
    public void A_released_class_of_that_name_is_another_one() =>
        Assert.Null(Assert.Single(A.History(Users.Named("AddPhone")).Shipped(AddPhone, new(1, "AddPhone", "h", "0.9")).Found(RemovedAfterRelease.Rule)).Place);

    [Fact]
    public void A_history_that_has_everything_is_silent() => Assert.Empty(A.History(Users).Released(1).Found(RemovedAfterRelease.Rule));

    [Fact]
    public void Without_a_releases_file_nothing_is_gone() => Assert.Empty(A.History(Users).Found(RemovedAfterRelease.Rule));
}
