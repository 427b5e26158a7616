using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class DropColumnTests
{
    private static readonly Draft Contacts = A.Migration(1, A.Create("contacts", A.Text("fax"), A.Text("name")));

    [Fact]
    public void A_column_of_an_earlier_migration_is_found()
    {
        var found = Assert.Single(A.History(Contacts, A.Migration(2, A.DropColumn("contacts", "fax"))).On(A.Everywhere).Found(DropColumn.Rule));

        Assert.Equal(Items.Of("contacts.fax"), found.Values);
        Assert.StartsWith("Column 'contacts.fax' is dropped with its values.", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_column_has_no_values_of_its_own() => Silent(
        A.Migration(1, A.Create("contacts", A.Text("name"), A.Text("upper") with { Computed = new("upper(name)", false) })),
        A.Migration(2, A.DropColumn("contacts", "upper")));

    [Fact]
    public void A_column_of_a_table_of_the_same_migration_is_silent() =>
        Silent(A.Migration(1, A.Create("contacts", A.Text("fax")), A.DropColumn("contacts", "fax")));

    [Fact]
    public void A_column_that_the_same_migration_added_is_silent() =>
        Silent(Contacts, A.Migration(2, A.Add("contacts", A.Text("temp")), A.DropColumn("contacts", "temp")));

    [Fact]
    public void A_column_that_the_same_migration_added_and_filled_is_found() => Assert.Single(A.History(
        Contacts,
        A.Migration(2, A.Add("contacts", A.Text("temp")), A.UpdateAll("contacts", "temp", "x"), A.DropColumn("contacts", "temp"))).Found(DropColumn.Rule));

    [Fact]
    public void A_column_that_the_same_migration_added_and_renamed_is_silent() => Silent(
        Contacts,
        A.Migration(2, A.Add("contacts", A.Text("temp")), new Model.Operations.RenameColumn(A.Table("contacts"), "temp", "tmp"), A.DropColumn("contacts", "tmp")));

    [Fact]
    public void Code_may_have_filled_the_added_column_unless_it_declares_another_table()
    {
        var drop = A.Migration(2, A.Create("other"), A.Add("contacts", A.Text("temp")), A.Code(), A.DropColumn("contacts", "temp"));

        Assert.Single(A.History(Contacts, drop).Found(DropColumn.Rule));
        Assert.Empty(A.History(Contacts, drop.Touches("other")).Found(DropColumn.Rule));
    }

    [Fact]
    public void A_column_that_raw_Sql_drops_is_found_and_one_that_it_renames_is_not()
    {
        Assert.Equal("contacts.fax", Assert.Single(A.History(Contacts, A.Migration(2, A.Sql("alter table contacts drop column fax"))).Found(DropColumn.Rule)).Values[0]);
        Silent(Contacts, A.Migration(2, A.Sql("alter table contacts rename column fax to telefax")));
        Silent(Contacts, A.Migration(2, A.Sql("update contacts set fax = null")));
    }

    [Fact]
    public void A_column_of_an_unreleased_migration_is_new_where_a_releases_file_says_so()
    {
        var history = A.History(Contacts, A.Migration(2, A.Add("contacts", A.Text("temp"))), A.Migration(3, A.DropColumn("contacts", "temp")));

        Assert.Empty(history.Released(1).Found(DropColumn.Rule));
        Assert.Single(history.Released(1, 2).Found(DropColumn.Rule));
        Assert.Single(history.Found(DropColumn.Rule));
    }

    [Fact]
    public void Sqlite_refuses_to_drop_an_indexed_column()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a int, b int); create index i on t (a)");

        Assert.True(database.Refuses("alter table t drop column a"));
        Assert.False(database.Refuses("alter table t drop column b"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(DropColumn.Rule));
}
