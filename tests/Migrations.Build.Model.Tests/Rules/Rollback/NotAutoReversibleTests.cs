using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class NotAutoReversibleTests
{
    private static readonly Draft Mixed = A.Migration(1, A.Create("orders", A.Text("status")), A.UpdateAll("orders", "status", "open"));

    [Fact]
    public void The_step_that_cannot_be_undone_is_found_at_its_own_line()
    {
        var found = Assert.Single(A.History(Mixed.DownIs(DownKind.Irreversible, "The UpdateDataExpression cannot be automatically reversed")).Found(NotAutoReversible.Rule));

        Assert.Equal(11, found.Place!.Line);
        Assert.StartsWith("Migration 'M1' leaves its Down to FluentMigrator, which cannot undo this: rows of table 'orders' are updated. The", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_steps_with_a_Down_of_their_own_are_silent() => Assert.Empty(A.History(Mixed.Down(A.Drop("orders"))).Found(NotAutoReversible.Rule));

    [Fact]
    public void Steps_that_FluentMigrator_undoes_are_silent() =>
        Assert.Empty(A.History(A.Migration(1, A.Create("orders")).DownIs(DownKind.Reversed)).Found(NotAutoReversible.Rule));

    [Fact]
    public void A_reason_that_no_step_shows_is_told_as_it_is()
    {
        var found = Assert.Single(A.History(A.Migration(1, A.Create("orders")).DownIs(DownKind.Irreversible, "A feature of the engine")).Found(NotAutoReversible.Rule));

        Assert.Equal(Items.Of("M1", "A feature of the engine"), found.Values);
        Assert.Equal(5, found.Place!.Line);
    }

    [Fact]
    public void The_statement_that_there_is_no_way_back_is_silent() =>
        Assert.Empty(A.History(Mixed.DownIs(DownKind.Irreversible).ForwardOnly("Nobody knows the old values")).Found(NotAutoReversible.Rule));
}
