using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.DataLoss;

namespace Migrations.Build.Model.Tests.Rules.DataLoss;

public class EmptyTableTests
{
    private static readonly Draft Countries = A.Migration(1, A.Create("countries", A.Text("code")));
    private static readonly DeleteRows All = new(A.Table("countries"), Items<Row>.Empty, true);

    [Fact]
    public void Deleting_all_rows_is_found()
    {
        var found = Assert.Single(A.History(Countries, A.Migration(2, All)).On(A.Everywhere).Found(EmptyTable.Rule));

        Assert.Equal(
            "All rows of table 'countries' are deleted, whatever they are by then. What users entered goes with the rest, and the application works on without it. "
            + "Delete by a condition that names the rows, or say with '[Accept]' why none is missed.",
            FindingText.Of(found));
        Assert.Equal(10, found.Place!.Line);
    }

    [Theory]
    [InlineData("delete from countries", 1)]
    [InlineData("DELETE FROM \"countries\" WHERE 1 = 1", 1)]
    [InlineData("select 1; delete from countries;", 1)]
    [InlineData("delete from countries where code = 'YU'", 0)]
    [InlineData("-- delete from countries", 0)]
    [InlineData("delete from elsewhere", 0)]
    public void Text_is_read(string sql, int found) => Assert.Equal(found, A.History(Countries, A.Migration(2, A.Sql(sql))).Found(EmptyTable.Rule).Length);

    [Fact]
    public void Truncating_counts_as_well_and_a_join_leaves_rows_out()
    {
        Assert.Single(A.History(Countries, A.Migration(2, A.Sql("truncate table countries"))).On(DatabaseKind.Postgres).Found(EmptyTable.Rule));
        Assert.Empty(A.History(Countries, A.Migration(2, A.Sql("delete c from countries c join old o on o.code = c.code"))).On(DatabaseKind.SqlServer).Found(EmptyTable.Rule));
    }

    [Fact]
    public void Some_rows_are_silent() =>
        Silent(Countries, A.Migration(2, new DeleteRows(A.Table("countries"), Items.Of(new Row(Items.Of(new Cell("code", Value.Of("YU"))))), false)));

    [Fact]
    public void A_table_that_the_migration_made_is_silent_even_when_it_filled_it() =>
        Silent(A.Migration(1, A.Create("countries", A.Text("code")), A.Insert("countries", "code", "YU"), All));

    [Fact]
    public void A_table_that_goes_as_well_is_the_matter_of_another_rule() => Silent(Countries, A.Migration(2, All, A.Drop("countries")));

    [Fact]
    public void An_unreleased_table_is_silent_until_something_fills_it()
    {
        Assert.Empty(A.History(Countries, A.Migration(2, All)).Released().Found(EmptyTable.Rule));
        Assert.Single(A.History(Countries, A.Migration(2, A.Insert("countries", "code", "YU")), A.Migration(3, All)).Released().Found(EmptyTable.Rule));
    }

    [Fact]
    public void Sqlite_deletes_all_where_a_condition_always_holds()
    {
        using var database = new SqliteFile();
        database.Run("create table t (a int); insert into t values (1), (null); delete from t where 1 = 1");

        Assert.Equal(0L, database.Value("select count(*) from t"));
    }

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).Found(EmptyTable.Rule));
}
