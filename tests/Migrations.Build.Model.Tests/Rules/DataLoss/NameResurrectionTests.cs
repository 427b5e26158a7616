using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class NameResurrectionTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders", A.Text("status", 20), A.Text("note")));
    private static readonly Draft Drop = A.Migration(2, A.DropColumn("orders", "status"));

    [Fact]
    public void A_column_that_comes_back_with_another_type_is_found()
    {
        var found = Assert.Single(A.History(Orders, Drop, A.Migration(3, A.Add("orders", A.Int("status")))).On(A.Everywhere).Found(NameResurrection.Rule));

        Assert.Equal(
            "'orders.status' was 'String(20)' until an earlier migration dropped it, and comes back as 'Int32'. "
            + "Queries, exports and kept data of that time take the one for the other. "
            + "Choose a name that was not used yet, or say with '[Accept]' that nothing remembers the old one.",
            FindingText.Of(found));
        Assert.Equal(3, found.Version);
    }

    [Fact]
    public void Text_is_read_on_both_sides() => Assert.Single(A.History(
        Orders, A.Migration(2, A.Sql("alter table orders drop column status")), A.Migration(3, A.Sql("alter table orders add column status integer"))).Found(NameResurrection.Rule));

    [Fact]
    public void A_column_that_comes_back_as_it_was_is_silent() => Silent(Orders, Drop, A.Migration(3, A.Add("orders", A.Text("status", 20))));

    [Fact]
    public void A_name_that_a_rename_freed_is_silent() => Silent(
        Orders, A.Migration(2, new Model.Operations.RenameColumn(A.Table("orders"), "status", "state")), A.Migration(3, A.Add("orders", A.Int("status"))));

    [Fact]
    public void A_table_that_shares_no_column_with_the_old_one_is_found_and_one_that_shares_one_is_not()
    {
        var drop = A.Migration(2, A.Drop("orders"));

        Assert.Equal(Items.Of("orders", "(id, status, note)", "(id, priority)"), Assert.Single(A.History(Orders, drop, A.Migration(3, A.Create("orders", A.Int("priority")))).Found(NameResurrection.Rule)).Values);
        Silent(Orders, drop, A.Migration(3, A.Create("orders", A.Int("priority"), A.Text("note"))));
    }

    [Fact]
    public void What_no_release_had_is_silent()
    {
        var history = A.History(Orders, A.Migration(2, A.Add("orders", A.Text("x"))), A.Migration(3, A.DropColumn("orders", "x")), A.Migration(4, A.Add("orders", A.Int("x"))));

        Assert.Empty(history.Released(1).Found(NameResurrection.Rule));
        Assert.Single(history.Released(1, 2).Found(NameResurrection.Rule));
    }

    [Fact]
    public void What_one_migration_drops_and_adds_is_the_matter_of_another_rule() => Silent(Orders, A.Migration(2, A.DropColumn("orders", "status"), A.Add("orders", A.Int("status"))));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(NameResurrection.Rule));
}
