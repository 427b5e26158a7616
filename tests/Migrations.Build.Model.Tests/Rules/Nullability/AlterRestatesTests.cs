using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class AlterRestatesTests
{
    private static readonly DatabaseKind[] MySqls = [DatabaseKind.MySql, DatabaseKind.MariaDb];
    private static readonly Column Channel = A.Text("channel", 20) with { Default = Value.Of("web"), Description = "Where it came from" };
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", Channel));

    [Fact]
    public void A_default_that_is_not_said_again_is_lost_on_MySql_and_MariaDb()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, A.Alter("orders", Channel with { Default = null }))).On(A.Everywhere).Found(AlterRestates.Rule));

        Assert.Equal(Items.Of(MySqls), found.Databases);
        Assert.StartsWith("Column 'orders.channel' is altered without saying its default again, which was 'web'.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_that_is_not_said_again_is_lost_there_too() => Assert.Equal(
        "description",
        Assert.Single(A.History(Orders, A.Migration(2, A.Alter("orders", Channel with { Description = null }))).On(A.Everywhere).Found(AlterRestates.Rule)).Values[1]);

    [Fact]
    public void An_identity_that_is_not_said_again_is_lost_there_too()
    {
        var number = A.Int("number") with { Nullable = false, Identity = true };
        var history = A.History(A.Migration(1, A.Create("orders", number)), A.Migration(2, A.Alter("orders", number with { Identity = false })));

        Assert.Equal("identity", Assert.Single(history.On(A.Everywhere).Found(AlterRestates.Rule)).Values[1]);
        Assert.Empty(history.On(DatabaseKind.SqlServer, DatabaseKind.Postgres, DatabaseKind.Sqlite).Found(AlterRestates.Rule));
    }

    [Fact]
    public void A_call_that_says_everything_again_is_silent() =>
        Assert.Empty(A.History(Orders, A.Migration(2, A.Alter("orders", Channel with { Type = new(TypeKind.String, 50) }))).On(A.Everywhere).Found(AlterRestates.Rule));

    [Fact]
    public void A_nullability_that_is_not_said_again_is_the_other_rules_hazard_while_nulls_may_be_there()
    {
        var history = A.History(Orders, A.Migration(2, A.Alter("orders", Channel with { Nullable = null }))).On(A.Everywhere);

        Assert.Single(history.Found(SetNotNull.Rule));
        Assert.Empty(history.Found(AlterRestates.Rule));
    }

    [Fact]
    public void A_nullability_that_is_not_said_again_is_found_where_no_null_can_be_there()
    {
        var history = A.History(A.Migration(1, A.Create("orders", Channel), A.Alter("orders", Channel with { Nullable = null }))).On(A.Everywhere);

        Assert.Empty(history.Found(SetNotNull.Rule));
        var found = Assert.Single(history.Found(AlterRestates.Rule));
        Assert.Equal(Items.Of("orders.channel", "nullability", "NULL", "Nullable()"), found.Values);
        Assert.Equal(Items.Of(DatabaseKind.MySql, DatabaseKind.MariaDb, DatabaseKind.SqlServer), found.Databases);
    }

    [Fact]
    public void What_is_said_behind_SetExistingRowsTo_is_told_to_stand_before_it()
    {
        var code = A.Text("code", 10) with { Nullable = false };
        Operation[] steps =
        [
            A.Add("orders", code with { Nullable = true, Default = Value.Of("new") }),
            new UpdateRows(A.Table("orders"), Items.Of(new Cell("code", Value.Of("old"))), Items<Cell>.Empty, true),
            A.Alter("orders", code),
        ];
        var script = new Script(Items.Of(MySqls), steps.Select(o => new Step(o) { Place = new("M.cs", 7, 1) }).ToItems(), Items<Step>.Empty);
        Finding Found(Script script) => Assert.Single(RuleBook.Check(
            new(Items.Of(Orders.Finish(MySqls), new Migration(2, "M2") { Scripts = Items.Of(script) })), Items.Of(new DatabaseTarget(DatabaseKind.MySql, "8.0")), null, DateTime.UnixEpoch), f => f.Rule == AlterRestates.Rule.Id);

        Assert.EndsWith("Since 'SetExistingRowsTo' alters the column as it is said up to there, put 'WithDefaultValue(…)' before it.", FindingText.Of(Found(script)), StringComparison.Ordinal);
        var apart = script with { Up = script.Up.Select((s, i) => s with { Place = new("M.cs", 7 + i, 1) }).ToItems() };
        Assert.EndsWith("Add 'WithDefaultValue(…)' to the call.", FindingText.Of(Found(apart)), StringComparison.Ordinal);
    }
}
