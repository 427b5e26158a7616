using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class UnusedSuppressionTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("phone")));
    private static readonly Draft DropPhone = A.Migration(2, A.DropColumn("users", "phone")).Breaking();

    [Fact]
    public void An_acceptance_of_what_is_not_found_is_found() => Assert.Equal(
        "Migration 'M2' accepts rule 'MIG0201', which finds nothing on it. The acceptance would silence the next finding, which nobody has looked at yet. Remove it.",
        FindingText.Of(Assert.Single(A.History(Users, DropPhone.Accept("MIG0201")).On(A.Everywhere).Found(UnusedSuppression.Rule))));

    [Theory]
    [InlineData("MIG0202")]
    [InlineData("mig0202")]
    public void An_acceptance_that_silences_something_is_silent(string rule) => Silent(A.History(Users, DropPhone.Accept(rule)));

    [Fact]
    public void An_acceptance_on_another_migration_is_unused() => Assert.Equal(1, Assert.Single(A.History(Users.Accept("MIG0202"), DropPhone).Found(UnusedSuppression.Rule)).Version);

    [Fact]
    public void What_is_found_on_one_database_is_found() =>
        Silent(A.History(Users, A.Migration(2, A.Add("users", A.Text("x"))).On(DatabaseKind.MySql, A.DropColumn("users", "phone")).Accept("MIG0202")).On(A.Everywhere));

    [Theory]
    [InlineData("MIG9207")] // the toolchain finds it later
    [InlineData("MIG1108")] // the builder finds it too
    [InlineData("MIG0313")] // only the source shows it
    [InlineData("MIG0299")] // no rule: another rule says so
    public void What_its_own_check_cannot_tell_is_never_called_unused(string rule) => Silent(A.History(Users.Accept(rule)));

    [Fact]
    public void An_acceptance_past_its_day_is_not_called_unused_as_well() => Silent(A.History(Users.Accept("MIG0202", until: "2026-04-30")));

    [Fact]
    public void A_released_migration_is_not_judged() => Silent(A.History(Users, DropPhone.Accept("MIG0201")).Released(1, 2));

    [Fact]
    public void The_second_of_two_equal_acceptances_is_as_used_as_the_first() => Silent(A.History(Users, DropPhone.Accept("MIG0202").Accept("MIG0202")));

    [Fact]
    public void Where_the_reader_did_not_understand_a_step_it_is_silent_from_there_on()
    {
        var opaque = A.Migration(2, new Operations.Opaque("a loop"));

        Silent(A.History(Users, opaque.Accept("MIG0202")));
        Silent(A.History(Users, opaque, A.Migration(3, A.DropColumn("users", "other")).Accept("MIG0202")));
        Assert.Single(A.History(Users.Accept("MIG0202"), opaque).Found(UnusedSuppression.Rule));
    }

    [Fact]
    public void It_can_be_accepted_itself()
    {
        var found = Assert.Single(A.History(Users.Accept("MIG0202").Accept("MIG1205", "found on MySQL only")).Found(UnusedSuppression.Rule));

        Assert.Equal("found on MySQL only", found.Accepted!.Reason);
    }

    private static void Silent(Situation situation) => Assert.Empty(situation.Found(UnusedSuppression.Rule));
}
