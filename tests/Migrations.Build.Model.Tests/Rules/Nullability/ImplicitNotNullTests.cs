using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class ImplicitNotNullTests
{
    private static readonly Draft Orders = A.Migration(1, A.Create("orders"));
    private static readonly Column Channel = A.Text("channel", 20) with { Nullable = null, Default = Value.Of("web") };

    [Fact]
    public void A_column_that_says_neither_is_found()
    {
        var found = Assert.Single(A.History(Orders, A.Migration(2, A.Add("orders", Channel))).On(A.Everywhere).Found(ImplicitNotNull.Rule));

        Assert.Equal(
            "Column 'orders.channel' is added without 'Nullable()' or 'NotNullable()'. FluentMigrator makes it NOT NULL then, and a writer that says null is refused "
            + "although no line says so. State which of the two is meant.",
            FindingText.Of(found));
    }

    [Fact]
    public void Without_a_default_the_other_rule_speaks()
    {
        var history = A.History(Orders, A.Migration(2, A.Add("orders", Channel with { Default = null })));

        Assert.Single(history.Found(AddRequiredColumn.Rule));
        Assert.Empty(history.Found(ImplicitNotNull.Rule));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_column_that_says_it_is_silent(bool nullable) => Silent(Orders, A.Migration(2, A.Add("orders", Channel with { Nullable = nullable })));

    [Fact]
    public void An_identity_a_key_and_a_computed_column_need_not_say_it()
    {
        Silent(Orders, A.Migration(2, A.Add("orders", Channel with { Identity = true })));
        Silent(Orders, A.Migration(2, A.Add("orders", Channel with { PrimaryKey = true })));
        Silent(Orders, A.Migration(2, A.Add("orders", Channel with { Computed = new("1", false) })));
    }

    [Fact]
    public void A_column_of_a_new_table_is_silent() => Silent(A.Migration(1, A.Create("orders"), A.Add("orders", Channel)));

    [Fact]
    public void A_column_in_Sql_text_is_nullable_and_silent() => Silent(Orders, A.Migration(2, A.Sql("alter table orders add column channel text default 'web'")));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(ImplicitNotNull.Rule));
}
