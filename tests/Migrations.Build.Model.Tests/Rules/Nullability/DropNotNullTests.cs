using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Nullability;

namespace Migrations.Build.Model.Tests.Rules.Nullability;

public class DropNotNullTests
{
    private static readonly Column Email = A.Text("email", 200) with { Nullable = false };
    private static readonly Draft Users = A.Migration(1, A.Create("users", Email));
    private static readonly AlterColumn Loosen = A.Alter("users", Email with { Nullable = true });

    [Fact]
    public void A_required_column_that_takes_nulls_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, Loosen)).On(A.Everywhere).Found(DropNotNull.Rule));

        Assert.Equal(
            "Column 'users.email' was NOT NULL and takes nulls from now on. Whoever reads it and relies on a value, an application of the release before or a report, "
            + "meets the first null unprepared. Make the readers ready first, then say so with '[Accept]'.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_column_that_took_them_before_is_silent() => Silent(A.Migration(1, A.Create("users", A.Text("email", 200))), A.Migration(2, Loosen));

    [Fact]
    public void A_column_that_stays_required_is_silent() => Silent(Users, A.Migration(2, A.Alter("users", Email with { Type = new(TypeKind.String, 300) })));

    [Fact]
    public void A_column_that_is_tightened_again_is_silent() => Silent(Users, A.Migration(2, Loosen, A.FillNulls("users", "email", "?"), A.Alter("users", Email)));

    [Fact]
    public void A_column_of_a_new_table_has_no_readers() => Silent(A.Migration(1, A.Create("users", Email), Loosen));

    [Fact]
    public void A_new_column_has_no_readers() => Silent(A.Migration(1, A.Create("users")), A.Migration(2, A.Add("users", Email), Loosen));

    [Theory]
    [InlineData(DatabaseKind.Postgres, "alter table users alter column email drop not null")]
    [InlineData(DatabaseKind.MySql, "alter table users modify email varchar(200) null")]
    public void Sql_text_counts_for_what_it_does(DatabaseKind database, string sql) =>
        Assert.Single(A.History(Users, A.Migration(2, A.Sql(sql))).On(database).Found(DropNotNull.Rule));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DropNotNull.Rule));
}
