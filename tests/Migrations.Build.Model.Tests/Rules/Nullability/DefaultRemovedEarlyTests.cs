using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class DefaultRemovedEarlyTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders"));
    private static readonly AddColumn Add = A.Add("orders", A.Text("channel", 20) with { Nullable = false, Default = Value.Of("web") });
    private static readonly DropDefault Drop = new(A.Table("orders"), "channel");

    [Fact]
    public void A_default_that_goes_where_its_required_column_comes_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, Add, Drop)).On(A.Everywhere).Found(DefaultRemovedEarly.Rule));

        Assert.Equal(11, found.Place!.Line);
        Assert.Equal(
            "The default of column 'orders.channel' is dropped in the release that adds the column as NOT NULL. Applications of the release before, which still run during "
            + "a rollout, do not write the column, and their inserts fail. Keep the default for this release and drop it in a later one.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_later_migration_of_the_same_release_counts_too() =>
        Assert.Single(A.History(Orders, A.Migration(2, Add), A.Migration(3, Drop)).Released(1).Found(DefaultRemovedEarly.Rule));

    [Fact]
    public void A_later_release_is_silent()
    {
        Silent(A.History(Orders, A.Migration(2, Add), A.Migration(3, Drop)).Released(1, 2));
        Silent(A.History(Orders, A.Migration(2, Add), A.Migration(3, Drop)));
    }

    [Fact]
    public void A_nullable_column_is_silent() => Silent(A.History(Orders, A.Migration(2, Add with { Column = Add.Column with { Nullable = true } }, Drop)));

    [Fact]
    public void A_default_that_is_replaced_is_silent() => Silent(A.History(Orders, A.Migration(2, Add, Drop, new SetDefault(A.Table("orders"), "channel", Value.Of("shop")))));

    [Fact]
    public void A_new_table_has_no_old_writers()
    {
        Silent(A.History(A.Migration(1, A.Create("orders"), Add, Drop)));
        Silent(A.History(Orders, A.Migration(2, Add), A.Migration(3, Drop)).Released());
    }

    [Fact]
    public void A_default_of_an_old_column_is_silent() =>
        Silent(A.History(A.Migration(1, A.Create("orders", A.Text("channel", 20) with { Nullable = false, Default = Value.Of("web") })), A.Migration(2, Drop)));

    [Fact]
    public void Sql_text_counts_for_what_it_does() => Assert.Single(A.History(
        Orders,
        A.Migration(2, A.Sql("alter table orders add column channel text not null default 'web'"), A.Sql("alter table orders alter column channel drop default"))).Found(DefaultRemovedEarly.Rule));

    private static void Silent(Situation situation) => Assert.Empty(situation.Found(DefaultRemovedEarly.Rule));
}
