using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class PartialFillTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("email", 200), A.Text("name", 200)));
    private static readonly AlterColumn Tighten = A.Alter("users", A.Text("email", 200) with { Nullable = false });

    [Fact]
    public void A_fill_under_a_condition_that_does_not_reach_every_null_is_found()
    {
        var history = A.History(Users, A.Migration(2, A.Sql("update users set email = '?' where email = ''"), Tighten)).On(A.Everywhere);
        var found = Assert.Single(history.Found(PartialFill.Rule));

        Assert.Equal(11, found.Place!.Line);
        Assert.Equal(
            "Column 'users.email' becomes NOT NULL, and the step that fills it does so where \"email = ''\", which need not be every row that holds null. "
            + "The migration fails as soon as one null is left. Fill the rows where the column is null, without a further condition.",
            FindingText.Of(found));
        Assert.Empty(history.Found(SetNotNull.Rule));
    }

    [Theory]
    [InlineData("email is null", 0)]
    [InlineData("(email IS NULL)", 0)]
    [InlineData("\"email\" is null", 0)]
    [InlineData("users.email is null", 0)]
    [InlineData("email = '' or email is null", 0)]
    [InlineData("email is null or email = ''", 0)]
    [InlineData("coalesce(email, '') = ''", 0)]
    [InlineData("1 = 1", 0)]
    [InlineData("email is null and id < 1000", 1)]
    [InlineData("id < 1000 and email is null", 1)]
    [InlineData("email is not null", 1)]
    [InlineData("email = ''", 1)]
    public void A_condition_covers_the_nulls_or_not(string condition, int found)
    {
        var sql = A.Sql("update users set email = '?' where " + condition);

        Assert.Equal(found, A.History(Users, A.Migration(2, sql, Tighten)).Found(PartialFill.Rule).Length);
        Assert.Equal(found, A.History(Users, A.Migration(2, sql), A.Migration(3, Tighten)).Found(PartialFill.Rule).Length);
        var tightened = A.Sql(sql.Text + "; alter table users alter column email set not null");
        Assert.Equal(found, A.History(Users, A.Migration(2, tightened)).On(DatabaseKind.Postgres).Found(PartialFill.Rule).Length);
    }

    [Fact]
    public void Another_fill_that_covers_them_is_silent() => Silent(
        Users, A.Migration(2, A.FillNulls("users", "email", "?"), A.Sql("update users set email = '?' where email = ''"), Tighten));

    [Fact]
    public void Code_that_may_have_filled_the_rest_is_silent() => Silent(Users, A.Migration(2, A.Sql("update users set email = '?' where email = ''"), A.Code(), Tighten));

    [Theory]
    [InlineData("update users set email = '?' where name in ('a', 'b')")]
    [InlineData("update users set email = o.email from users u inner join others o on o.id = u.id")]
    public void A_fill_by_something_else_may_have_reached_them(string sql) =>
        Assert.Single(A.History(Users, A.Migration(2, A.Sql(sql), Tighten)).On(DatabaseKind.SqlServer).Found(PartialFill.Rule));

    [Fact]
    public void Without_any_fill_the_other_rule_speaks() => Silent(Users, A.Migration(2, Tighten));

    [Fact]
    public void A_new_table_has_no_nulls() => Silent(
        A.Migration(1, A.Create("users", A.Text("email", 200)), A.Sql("update users set email = '?' where email = ''"), Tighten));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(PartialFill.Rule));
}
