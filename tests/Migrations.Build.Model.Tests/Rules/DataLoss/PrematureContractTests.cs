using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class PrematureContractTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("email"), A.Text("name")));
    private static readonly AddColumn Add = A.Add("users", A.Text("mail"));
    private static readonly RawSql Copy = A.Sql("update users set mail = lower(email) where mail is null");
    private static readonly Operation Drop = A.DropColumn("users", "email");

    [Fact]
    public void A_column_that_is_copied_and_dropped_in_one_migration_is_found_instead_of_the_drop()
    {
        var history = A.History(Users, A.Migration(2, Add, Copy, Drop)).On(A.Everywhere);
        var found = Assert.Single(history.Found(PrematureContract.Rule));

        Assert.Equal(
            "Column 'users.email' is dropped in the release that copied it into 'users.mail'. "
            + "The release before still writes the old column while this one rolls out, and what it writes then is in no copy. Drop the column one release later.",
            FindingText.Of(found));
        Assert.Equal(12, found.Place!.Line);
        Assert.Empty(history.Found(Model.Rules.DataLoss.DropColumn.Rule));
    }

    [Fact]
    public void All_in_one_text_is_found() => Assert.Single(A.History(
        Users, A.Migration(2, A.Sql("alter table users add column mail text; update users set mail = email; alter table users drop column email"))).Found(PrematureContract.Rule));

    [Fact]
    public void An_update_whose_value_is_Sql_is_found() => Assert.Single(A.History(
        Users, A.Migration(2, Add, new UpdateRows(A.Table("users"), Items.Of(new Cell("mail", Value.Sql("trim(email)"))), Items<Cell>.Empty, true), Drop)).Found(PrematureContract.Rule));

    [Fact]
    public void Across_migrations_the_releases_decide()
    {
        var history = A.History(Users, A.Migration(2, Add, Copy), A.Migration(3, Drop));

        Assert.Single(history.Released(1).Found(PrematureContract.Rule));
        Assert.Empty(history.Released(1, 2).Found(PrematureContract.Rule));
        Assert.Empty(history.Found(PrematureContract.Rule));
    }

    [Fact]
    public void A_column_that_is_filled_from_elsewhere_is_silent()
    {
        Silent(Users, A.Migration(2, Add, A.Sql("update users set mail = name where email is null"), Drop));
        Silent(Users, A.Migration(2, Add, A.Sql("update users set mail = 'email'"), Drop));
        Silent(Users, A.Migration(2, Add, Drop));
    }

    [Fact]
    public void A_new_table_is_silent()
    {
        Silent(A.Migration(1, A.Create("users", A.Text("email")), Add, Copy, Drop));
        Assert.Empty(A.History(Users, A.Migration(2, Add, Copy), A.Migration(3, Drop)).Released().Found(PrematureContract.Rule));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(PrematureContract.Rule));
}
