using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class OlderTableTests
{
    private static readonly Draft Users = A.Migration(1, A.Create("users", A.Text("name")));

    [Fact]
    public void A_table_that_no_migration_makes_is_one_hint_and_no_error_at_each_use()
    {
        var history = A.History(Users, A.Migration(2, A.Add("customers", A.Text("x")), A.Add("invoices", A.Text("x"))), A.Migration(3, A.Add("customers", A.Text("y")))).On(A.Everywhere);

        var found = Assert.Single(history.Found(OlderTable.Rule));
        Assert.StartsWith("Table 'customers' is used here, and no migration makes it. If it is older than the first migration,", FindingText.Of(found), StringComparison.Ordinal);
        Assert.Equal((2, 10), (found.Version, found.Place!.Line));
        Assert.Empty(history.Found(UnknownObject.Rule));
    }

    [Fact]
    public void A_table_that_goes_and_was_never_made_is_older_too() =>
        Assert.Empty(A.History(Users, A.Migration(2, A.Drop("customers"))).Found(UnknownObject.Rule));

    [Fact]
    public void A_name_near_that_of_a_table_stays_an_error() => IsError(Users, A.Migration(2, A.Add("usrs", A.Text("x"))));

    [Fact]
    public void A_table_that_went_stays_an_error() => IsError(Users, A.Migration(2, A.Drop("users")), A.Migration(3, A.Add("users", A.Text("x"))));

    [Fact]
    public void A_table_that_got_another_name_stays_an_error() => IsError(Users, A.Migration(2, new RenameTable(A.Table("users"), "people")), A.Migration(3, A.Add("users", A.Text("x"))));

    [Fact]
    public void A_table_that_is_made_later_stays_an_error() => IsError(A.Migration(1, A.Add("users", A.Text("x"))), A.Migration(2, A.Create("users")));

    [Fact]
    public void A_table_that_SQL_text_makes_later_stays_an_error() => IsError(A.Migration(1, A.Add("users", A.Text("x"))), A.Migration(2, A.Sql("create table users (id integer primary key)")));

    [Fact]
    public void A_released_use_has_said_it() =>
        Assert.Empty(A.History(A.Migration(1, A.Add("customers", A.Text("x"))), A.Migration(2, A.Add("customers", A.Text("y")))).Released(1).Found(OlderTable.Rule));

    private static void IsError(params Draft[] drafts)
    {
        Assert.Single(A.History(drafts).Found(UnknownObject.Rule));
        Assert.Empty(A.History(drafts).Found(OlderTable.Rule));
    }
}
