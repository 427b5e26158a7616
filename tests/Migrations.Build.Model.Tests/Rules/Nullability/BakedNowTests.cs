using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class BakedNowTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", A.Text("made")));
    private static readonly Value Now = Value.Of("2026-05-01") with { Origin = ValueOrigin.Clock };

    [Fact]
    public void A_default_from_the_clock_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, A.Add("orders", A.Text("at") with { Default = Now }))).On(A.Everywhere).Found(BakedNow.Rule));

        Assert.Equal(
            "The value for the default of column 'orders.at' comes from the clock. It is frozen when the bundle is built and differs from build to build, so that what was "
            + "reviewed is not what runs. Write 'SystemMethods.CurrentUTCDateTime', or the date itself.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_constant_is_silent() => Silent(A.Add("orders", A.Text("at") with { Default = Value.Of("2026-05-01") }));

    [Fact]
    public void What_the_database_computes_is_silent() => Silent(A.Add("orders", A.Text("at") with { Default = new(ValueKind.System, "CurrentUTCDateTime") }));

    [Fact]
    public void Every_operation_that_gives_a_value_is_looked_at()
    {
        var table = A.Table("orders");
        var cell = Items.Of(new Cell("made", Now));
        Operation[] operations =
        [
            A.Create("other", A.Text("at") with { Default = Now }), A.Alter("orders", A.Text("made") with { Default = Now }), new SetDefault(table, "made", Now),
            new InsertRows(table, Items.Of(new Row(cell))), new UpdateRows(table, cell, Items<Cell>.Empty, true), new UpdateRows(table, Items.Of(new Cell("made", Value.Null)), cell, false),
            new DeleteRows(table, Items.Of(new Row(cell)), false),
        ];

        Assert.All(operations, o => Assert.Single(A.History(Orders, A.Migration(2, o)).Found(BakedNow.Rule)));
    }

    [Theory]
    [InlineData(ValueOrigin.Chance, "comes from chance", "'SystemMethods.NewGuid'")]
    [InlineData(ValueOrigin.Environment, "comes from the environment of the build", "the value itself")]
    public void Every_origin_has_its_words(ValueOrigin origin, string what, string remedy)
    {
        var text = FindingText.Of(Assert.Single(A.History(Orders, A.Migration(2, new SetDefault(A.Table("orders"), "made", Now with { Origin = origin }))).Found(BakedNow.Rule)));

        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.Contains(remedy, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_in_Down_is_found_in_Down() => Assert.Equal(
        50, Assert.Single(A.History(Orders, A.Migration(2, A.DropColumn("orders", "made")).Down(A.Add("orders", A.Text("made") with { Default = Now }))).Found(BakedNow.Rule)).Place!.Line);

    private static void Silent(Operation operation) => Assert.Empty(A.History(Orders, A.Migration(2, operation)).Found(BakedNow.Rule));
}
