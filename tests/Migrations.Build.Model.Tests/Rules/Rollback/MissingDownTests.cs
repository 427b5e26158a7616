using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Rollback;

namespace Migrations.Build.Model.Tests.Rules.Rollback;

public class MissingDownTests
{
    private static readonly Draft Tags = A.Migration(1, A.Create("tags"));

    [Fact]
    public void An_empty_Down_is_found_where_Down_stands()
    {
        var found = Assert.Single(A.History(Tags).On(A.Everywhere).Found(MissingDown.Rule));

        Assert.Equal(40, found.Place!.Line);
        Assert.StartsWith("Migration 'M1' changes the database, and its Down does nothing. A release", FindingText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Down_with_a_step_is_silent() => Silent(Tags.Down(A.Drop("tags")));

    [Fact]
    public void A_throwing_Down_is_found() =>
        Assert.Equal("throws", Assert.Single(A.History(Tags.DownIs(DownKind.Throws, "NotSupportedException")).Found(MissingDown.Rule)).Values[1]);

    [Fact]
    public void The_statement_that_there_is_no_way_back_is_silent() => Silent(Tags.DownIs(DownKind.Throws).ForwardOnly("Hashes cannot be undone"));

    [Fact]
    public void A_forward_only_base_class_is_another_rules_matter() => Silent(Tags.DownIs(DownKind.ForwardOnly));

    [Fact]
    public void A_Down_that_FluentMigrator_derives_is_silent() => Silent(Tags.DownIs(DownKind.Reversed));

    [Fact]
    public void An_Up_without_steps_needs_no_Down() => Silent(A.Migration(1));

    [Fact]
    public void An_Up_that_only_names_a_table_needs_no_Down() => Silent(A.Migration(1, A.Create("t")).Down(A.Drop("t")), A.Migration(2, new DescribeTable(A.Table("t"), null)));

    [Fact]
    public void Only_the_databases_count_on_which_Up_does_something() => Assert.Equal(
        Items.Of(DatabaseKind.Sqlite),
        Assert.Single(A.History(Tags.On(DatabaseKind.Postgres)).On(DatabaseKind.Sqlite, DatabaseKind.Postgres).Found(MissingDown.Rule)).Databases);

    [Fact]
    public void An_acceptance_marks_the_finding() =>
        Assert.NotNull(Assert.Single(A.History(Tags.Accept("MIG0101")).Found(MissingDown.Rule)).Accepted);

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(MissingDown.Rule));
}
