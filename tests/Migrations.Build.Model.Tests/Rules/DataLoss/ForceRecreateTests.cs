using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class ForceRecreateTests
{
    private static readonly Draft Settings = A.Migration(1, A.Create("settings", A.Text("name")));
    private static readonly Draft Again = A.Migration(2, A.Drop("settings"), A.Create("settings", A.Text("name"), A.Text("value")));

    [Fact]
    public void A_table_that_is_dropped_and_made_again_is_found_instead_of_the_drop()
    {
        var history = A.History(Settings, Again).On(A.Everywhere);
        var found = Assert.Single(history.Found(ForceRecreate.Rule));

        Assert.Equal(
            "Table 'settings' is dropped and made again under the same name. The new one begins without the rows of the old one. "
            + "Alter the table, or copy its rows before it goes.",
            FindingText.Of(found));
        Assert.Empty(history.Found(Model.Rules.DataLoss.DropTable.Rule));
    }

    [Theory]
    [InlineData("drop table if exists settings; create table settings (id int primary key)", 1)]
    [InlineData("DROP TABLE settings; CREATE TABLE IF NOT EXISTS settings (id int primary key)", 1)]
    [InlineData("create table if not exists settings (id int primary key)", 0)]
    [InlineData("create table old as select * from settings; drop table settings; create table settings (id int primary key)", 0)]
    public void Text_is_read(string sql, int found) => Assert.Equal(found, A.History(Settings, A.Migration(2, A.Sql(sql))).Found(ForceRecreate.Rule).Length);

    [Fact]
    public void Where_code_may_have_copied_the_rows_it_is_an_info() => Assert.Equal(Severity.Info, Assert.Single(A.History(
        Settings, A.Migration(2, A.Code(), A.Drop("settings"), A.Create("settings", A.Text("name")))).Found(ForceRecreate.Rule)).Severity);

    [Fact]
    public void A_new_table_is_silent() => Assert.Empty(A.History(
        A.Migration(1, A.Create("settings", A.Text("name")), A.Drop("settings"), A.Create("settings", A.Text("value")))).Found(ForceRecreate.Rule));

    [Fact]
    public void An_unreleased_table_is_silent() => Assert.Empty(A.History(Settings, Again).Released().Found(ForceRecreate.Rule));

    [Fact]
    public void A_drop_alone_is_the_matter_of_another_rule() => Assert.Empty(A.History(Settings, A.Migration(2, A.Drop("settings"))).Found(ForceRecreate.Rule));
}
