using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Compatibility;
using Rename = Migrations.Build.Model.Operations.RenameColumn;

namespace Migrations.Build.Model.Tests.Rules.Compatibility;

public class RenameColumnTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("mail")));
    private static readonly Rename Renamed = new(A.Table("users"), "mail", "email");

    [Fact]
    public void A_column_of_an_earlier_migration_is_found()
    {
        var found = Assert.Single(A.History(Users, A.Migration(2, Renamed)).On(A.Everywhere).Found(RenameColumn.Rule));

        Assert.Equal(10, found.Place!.Line);
        Assert.Equal(
            "Column 'users.mail' is renamed to 'email'. Every query of the release before that names it, which still runs during a rollout, fails at once. "
            + "Add the new column and fill both for a release, then drop the old one, or say with '[Accept]' that nothing else runs.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_new_column_with_the_old_name_is_silent() => Silent(Users, A.Migration(2, Renamed, A.Add("users", A.Text("mail"))));

    [Fact]
    public void A_rename_there_and_back_is_silent() => Silent(Users, A.Migration(2, Renamed, new Rename(A.Table("users"), "email", "mail")));

    [Fact]
    public void A_name_that_a_step_before_gave_is_nobodys() =>
        Assert.Equal("users.mail", Assert.Single(A.History(Users, A.Migration(2, Renamed, new Rename(A.Table("users"), "email", "address"))).Found(RenameColumn.Rule)).Values[0]);

    [Fact]
    public void A_column_of_the_same_migration_is_silent() => Silent(Users, A.Migration(2, A.Add("users", A.Text("post")), new Rename(A.Table("users"), "post", "address")));

    [Fact]
    public void A_column_that_no_release_has_is_silent()
    {
        var history = A.History(Users, A.Migration(2, A.Add("users", A.Text("post"))), A.Migration(3, new Rename(A.Table("users"), "post", "address")));

        Assert.Empty(history.Released(1).Found(RenameColumn.Rule));
        Assert.Single(history.Released(1, 2).Found(RenameColumn.Rule));
        Assert.Single(history.Found(RenameColumn.Rule));
    }

    [Fact]
    public void Another_letter_case_is_another_name_only_where_the_database_tells_them_apart()
    {
        var history = A.History(Users, A.Migration(2, new Rename(A.Table("users"), "mail", "Mail")));

        Assert.Single(history.On(DatabaseKind.Postgres).Found(RenameColumn.Rule));
        Assert.Empty(history.On(DatabaseKind.MySql, DatabaseKind.Sqlite).Found(RenameColumn.Rule));
    }

    [Fact]
    public void A_rename_in_Down_is_silent() => Silent(Users, A.Migration(2, A.Add("users", A.Text("x"))).Down(Renamed));

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "alter table users rename column mail to email", 1)]
    [InlineData(DatabaseKind.Postgres, "alter table users rename mail to email", 1)]
    [InlineData(DatabaseKind.SqlServer, "exec sp_rename 'users.mail', 'email', 'COLUMN'", 1)]
    [InlineData(DatabaseKind.Sqlite, "alter table users rename column mail to email; alter table users add column mail text", 0)]
    [InlineData(DatabaseKind.Sqlite, "alter table users rename to people", 0)]
    public void Sql_text_counts_for_what_it_does(DatabaseKind database, string sql, int found) =>
        Assert.Equal(found, A.History(Users, A.Migration(2, A.Sql(sql))).On(database).Found(RenameColumn.Rule).Length);

    [Fact]
    public void Sqlite_fails_the_old_query_at_once()
    {
        using var database = new SqliteFile();
        database.Run("create table users (id integer primary key, mail text); insert into users values (1, 'a'); alter table users rename column mail to email");

        Assert.True(database.Refuses("select mail from users"));
        Assert.Equal("a", database.Value("select email from users"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(RenameColumn.Rule));
}
