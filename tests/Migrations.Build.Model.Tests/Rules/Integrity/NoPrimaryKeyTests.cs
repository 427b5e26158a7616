using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Integrity;

namespace Migrations.Build.Model.Tests.Rules.Integrity;

public class NoPrimaryKeyTests
{
    private static readonly CreateTable Tags = new(A.Table("tags"), Items.Of(A.Text("name", 50) with { Nullable = false }));

    [Fact]
    public void A_table_without_a_primary_key_is_found()
    {
        var found = Assert.Single(A.History(A.Migration(1, Tags)).On(A.Everywhere).Found(NoPrimaryKey.Rule));

        Assert.Equal(
            "Table 'tags' has no primary key when the migration ends. A row cannot be told from its double, replication has to compare whole rows, and a rollback cannot put "
            + "rows back one by one. Give it a primary key, for a table between two others over both of its references.",
            FindingText.Of(found));
    }

    [Fact]
    public void A_table_with_one_is_silent() => Silent(A.Create("tags"));

    [Fact]
    public void A_key_in_a_later_step_is_silent() => Silent(Tags, new AddKey(A.Table("tags"), KeyKind.Primary, new Key("pk", Items.Of("name"))));

    [Fact]
    public void A_table_that_is_dropped_again_is_silent() => Silent(Tags, A.Drop("tags"));

    [Fact]
    public void An_old_table_is_silent() => Assert.Empty(A.History(A.Migration(1, Tags), A.Migration(2, A.Add("tags", A.Text("x")))).Released(1).Found(NoPrimaryKey.Rule));

    [Fact]
    public void Code_that_may_have_made_the_key_is_silent() => Silent(Tags, A.Code());

    [Theory]
    [InlineData("create table notes (name text)", 1)]
    [InlineData("create table notes (name text primary key)", 0)]
    [InlineData("create table notes (name text, primary key (name))", 0)]
    [InlineData("create temporary table notes (name text)", 0)]
    public void Sql_text_counts_for_what_it_does(string sql, int found) =>
        Assert.Equal(found, A.History(A.Migration(1, A.Sql(sql))).On(DatabaseKind.Postgres).Found(NoPrimaryKey.Rule).Length);

    private static void Silent(params Operation[] operations) => Assert.Empty(A.History(A.Migration(1, operations)).On(A.Everywhere).Found(NoPrimaryKey.Rule));
}
