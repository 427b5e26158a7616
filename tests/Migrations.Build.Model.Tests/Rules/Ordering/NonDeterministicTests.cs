using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class NonDeterministicTests
{
    [Fact]
    public void A_question_to_the_schema_is_an_info_with_its_answer()
    {
        var asked = A.Migration(1, A.Create("users")).Asks(new Assumption("column", A.Table("users"), "name", false));
        var found = Assert.Single(A.History(asked).On(A.Everywhere).Found(NonDeterministic.Rule));

        Assert.Equal(Severity.Info, found.Severity);
        Assert.StartsWith("Migration 'M1' depends on more than its own text: Up asks whether column 'users.name' exists. The bundle holds the answer 'no'", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void No_question_is_silent() => Assert.Empty(A.History(A.Migration(1, A.Create("users"))).Found(NonDeterministic.Rule));

    [Fact]
    public void What_the_builder_reports_is_worded_as_an_error() => Assert.Equal(
        "Migration 'M1' depends on more than its own text: step 1 of Up differs between two readings. What was reviewed would not be what runs. "
        + "Take time, chance, environment, files and network out of it.",
        FindingText.Of(new Finding("MIG1108", Items.Of("M1", "step 1 of Up differs between two readings"))));
}
