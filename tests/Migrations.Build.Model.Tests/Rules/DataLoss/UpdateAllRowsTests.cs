using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class UpdateAllRowsTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("locale"), A.Text("name")));

    [Fact]
    public void An_update_of_every_row_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, A.UpdateAll("users", "locale", "en"))).On(A.Everywhere).Found(UpdateAllRows.Rule));

        Assert.Equal(
            "Column 'users.locale' gets another value in every row. What users entered there is overwritten, also where it was right. "
            + "Update the rows that need it, such as those where the column is null.",
            FindingText.Of(found));
    }

    [Theory]
    [InlineData("update users set locale = 'en'", 1)]
    [InlineData("UPDATE \"users\" SET \"locale\" = 'en', name = ''", 2)]
    [InlineData("update users set locale = 'en' where 1 = 1", 1)]
    [InlineData("update users set locale = 'en' where locale is null", 0)]
    [InlineData("select 'update users set locale = 1'", 0)]
    public void Text_is_read(string sql, int found) => Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql))).Found(UpdateAllRows.Rule).Length);

    [Theory]
    [InlineData(DatabaseKind.SqlServer, "WITH late AS (SELECT id FROM seen WHERE id > 10) UPDATE users SET locale = l.id FROM users u INNER JOIN late l ON u.id = l.id", 0)]
    [InlineData(DatabaseKind.SqlServer, "UPDATE users SET locale = l.id FROM users u JOIN seen l ON u.id = l.id", 0)]
    [InlineData(DatabaseKind.SqlServer, "UPDATE u SET locale = l.id FROM users u LEFT OUTER JOIN seen l ON u.id = l.id", 1)]
    [InlineData(DatabaseKind.SqlServer, "UPDATE u SET locale = 'en' FROM users u", 1)]
    [InlineData(DatabaseKind.MySql, "UPDATE users u INNER JOIN seen l ON u.id = l.id SET u.locale = l.id", 0)]
    [InlineData(DatabaseKind.MySql, "UPDATE users u LEFT JOIN seen l ON u.id = l.id SET u.locale = l.id", 1)]
    [InlineData(DatabaseKind.MySql, "UPDATE users SET locale = 'en' ORDER BY id LIMIT 10", 0)]
    [InlineData(DatabaseKind.Postgres, "UPDATE users SET locale = l.id FROM seen l WHERE users.id = l.id", 0)]
    [InlineData(DatabaseKind.Postgres, "UPDATE users SET locale = l.id FROM users u JOIN seen l ON u.id = l.id", 1)]
    [InlineData(DatabaseKind.SqlServer, "UPDATE users SET locale = 'en' FROM users CROSS JOIN late", 1)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE users SET locale = (SELECT id FROM seen JOIN late ON 1)", 1)]
    public void A_join_that_leaves_rows_out_names_the_rows(DatabaseKind database, string sql, int found) =>
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql))).On(database).Found(UpdateAllRows.Rule).Length);

    [Fact]
    public void A_fill_of_nulls_is_silent() => Silent(Users, A.Migration(2, A.FillNulls("users", "locale", "en")));

    [Fact]
    public void A_column_that_the_migration_added_is_silent_however_often_it_is_filled() => Silent(
        Users, A.Migration(2, A.Add("users", A.Text("zone")), A.UpdateAll("users", "zone", "utc"), A.Sql("update users set zone = locale")));

    [Fact]
    public void A_column_that_goes_afterwards_is_the_matter_of_another_rule() => Silent(Users, A.Migration(2, A.UpdateAll("users", "locale", "en"), A.DropColumn("users", "locale")));

    [Fact]
    public void A_new_table_is_silent() => Silent(A.Migration(1, A.Create("users", A.Text("locale")), A.Insert("users", "locale", "de"), A.UpdateAll("users", "locale", "en")));

    [Fact]
    public void A_column_that_was_renamed_is_found_by_its_name_of_then() => Assert.Equal(
        "users.lang", Assert.Single(A.History(Users, A.Migration(2, new Model.Operations.RenameColumn(A.Table("users"), "locale", "lang"), A.UpdateAll("users", "lang", "en"))).Found(UpdateAllRows.Rule)).Values[0]);

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(UpdateAllRows.Rule));
}
