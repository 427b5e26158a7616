using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Governance;

namespace Migrations.Build.Model.Tests.Rules.Governance;

public class CoverageLowTests
{
    private static readonly Operation Read = A.Sql("update t set a = 1");

    [Fact]
    public void Three_opaque_steps_of_ten_are_found() => Assert.Equal(
        "Only 7 of 10 steps that are not released can be read in full for SQLite. Of what the others do the rules know nothing, and of the objects within their reach little. "
        + "Write them with FluentMigrator's own calls or in plain SQL, or declare with '[Touches]' what they touch.",
        FindingText.Of(Assert.Single(Found(Steps(7, 3)))));

    [Fact]
    public void Two_of_ten_are_silent() => Assert.Empty(Found(Steps(8, 2)));

    [Fact]
    public void Fewer_than_ten_steps_are_silent() => Assert.Empty(Found(Steps(0, 9)));

    [Fact]
    public void Steps_of_every_migration_count() => Assert.Single(Found(Steps(4, 2), Steps(3, 1, version: 2)));

    [Fact]
    public void What_is_declared_counts_as_read() => Assert.Empty(Found(Steps(7, 3).Touches("t")));

    [Fact]
    public void Released_steps_do_not_count() => Assert.Empty(A.History(Steps(0, 20), Steps(10, 0, version: 2)).Released(1).Found(CoverageLow.Rule));

    [Fact]
    public void The_database_for_which_the_fewest_can_be_read_is_named()
    {
        var history = A.History(Steps(10, 0).On(DatabaseKind.MySql, [.. Enumerable.Repeat<Operation>(A.Code(), 10)])).On(A.Everywhere);

        Assert.Equal(Items.Of("0", "10", "MySQL"), Assert.Single(history.Found(CoverageLow.Rule)).Values);
    }

    [Theory]
    [InlineData("call something()", 1)]
    [InlineData("delete from t where a = 1", 0)]
    [InlineData("create view v as select a from t", 0)]
    public void Sql_text_counts_as_far_as_it_is_read(string sql, int found) =>
        Assert.Equal(found, Found(A.Migration(1, [.. Enumerable.Repeat<Operation>(A.Sql(sql), 10)])).Length);

    private static Draft Steps(int read, int opaque, long version = 1) => A.Migration(version, [.. Enumerable.Repeat(Read, read), .. Enumerable.Repeat<Operation>(A.Code(), opaque)]);

    private static Finding[] Found(params Draft[] drafts) => A.History(drafts).Found(CoverageLow.Rule);
}
