using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class UnreachableTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users"));

    [Fact]
    public void A_class_that_the_reader_passed_over_is_found_at_its_place()
    {
        var found = Assert.Single(A.History(Users).On(A.Everywhere).PassesOver(new PassedOver("AddPhone", "it is not public") { Version = 2, Place = new("M2.cs", 3, 7) }).Found(Unreachable.Rule));

        Assert.Equal((2, "AddPhone", "M2.cs"), (found.Version, found.Class, found.Place!.File));
        Assert.Equal(
            "Class 'AddPhone' looks like a migration and never runs: it is not public. FluentMigrator passes over it in silence, so the release succeeds and the change is not there. "
            + "Make it a public class with a [Migration] attribute, or remove it.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_history_of_classes_that_run_is_silent() => Assert.Empty(A.History(Users).Found(Unreachable.Rule));

    [Fact]
    public void A_class_of_a_released_version_is_not_judged_again() =>
        Assert.Empty(A.History(Users).PassesOver(new PassedOver("OldUsers", "it is not public") { Version = 1 }).Released(1).Found(Unreachable.Rule));
}
