using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class FillAfterTightenTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("email", 200), A.Text("name", 200)));
    private static readonly AlterColumn Tighten = A.Alter("users", A.Text("email", 200) with { Nullable = false });
    private static readonly UpdateRows Fill = A.FillNulls("users", "email", "?");

    [Fact]
    public void A_fill_behind_the_change_is_found_instead_of_the_missing_one()
    {
        var history = A.History(Users, A.Migration(2, Tighten, Fill)).On(A.Everywhere);
        var found = Assert.Single(history.Found(FillAfterTighten.Rule));

        Assert.Equal(10, found.Place!.Line);
        Assert.Equal(
            "Column 'users.email' becomes NOT NULL, and the step that gives its nulls a value comes after. The migration fails as soon as one row holds null, "
            + "and never gets to that step. Fill first and tighten after.",
            FindingText.Of(found));
        Assert.Empty(history.Found(SetNotNull.Rule));
    }

    [Fact]
    public void A_fill_before_the_change_is_silent() => Silent(Users, A.Migration(2, Fill, Tighten));

    [Fact]
    public void A_fill_of_another_column_is_none() => Silent(Users, A.Migration(2, Tighten, A.FillNulls("users", "name", "?")));

    [Fact]
    public void A_fill_with_null_is_none() => Silent(Users, A.Migration(2, Tighten, Fill with { Set = Items.Of(new Cell("email", Value.Null)) }));

    [Fact]
    public void A_new_table_has_no_nulls() => Silent(A.Migration(1, A.Create("users", A.Text("email", 200)), Tighten, Fill));

    [Fact]
    public void Without_any_fill_the_other_rule_speaks()
    {
        var history = A.History(Users, A.Migration(2, Tighten));

        Assert.Empty(history.Found(FillAfterTighten.Rule));
        Assert.Single(history.Found(SetNotNull.Rule));
    }

    [Theory]
    [InlineData("alter table users alter column email set not null; update users set email = '?' where email is null", 1)]
    [InlineData("update users set email = '?' where email is null; alter table users alter column email set not null", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found)
    {
        var history = A.History(Users, A.Migration(2, A.Sql(sql))).On(DatabaseKind.Postgres);

        Assert.Equal(found, history.Found(FillAfterTighten.Rule).Length);
        Assert.Empty(history.Found(SetNotNull.Rule));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(FillAfterTighten.Rule));
}
