using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class NoRationaleTests
{
    private static readonly Draft Plain = A.Migration(1, A.Create("users"));
    private static readonly Draft Bare = Plain.Said(m => m with { Summary = "" });

    [Fact]
    public void A_class_that_says_nothing_is_found() => Assert.Equal(
        "Migration 'M1' says nowhere why it exists. Who reviews it, or meets it in a plan or a journal years later, has to guess. "
        + "Say it with '[Rationale(\"why\")]', in the attribute's description, or in the summary of the class.",
        FindingText.Of(Assert.Single(A.History(Bare).On(A.Everywhere).Found(NoRationale.Rule))));

    [Fact]
    public void A_summary_is_silent() => Silent(Plain.Said(m => m with { Summary = "Where we write to customers." }));

    [Fact]
    public void A_rationale_is_silent() => Silent(Bare.Said(m => m with { Rationale = new("Customers ask for it", null, null) }));

    [Fact]
    public void An_empty_rationale_says_nothing() => Assert.Single(A.History(Bare.Said(m => m with { Rationale = new(" ", "CRM-1", null) })).Found(NoRationale.Rule));

    [Theory]
    [InlineData("Ten signs!", 0)]
    [InlineData(" Nine     ", 1)]
    [InlineData("Users", 1)]
    public void A_description_counts_from_ten_characters_on(string description, int found) =>
        Assert.Equal(found, A.History(Bare.Said(m => m with { Description = description })).Found(NoRationale.Rule).Length);

    [Fact]
    public void Where_the_source_was_not_read_it_is_silent() => Silent(Plain);

    [Fact]
    public void A_released_migration_is_not_judged() => Assert.Empty(A.History(Bare).Released(1).Found(NoRationale.Rule));

    [Fact]
    public void Its_acceptance_is_never_called_unused() => Assert.DoesNotContain(A.History(Plain.Accept("MIG1201")).Check(), f => f.Rule == "MIG1205");

    private static void Silent(Draft draft) => Assert.Empty(A.History(draft).Found(NoRationale.Rule));
}
