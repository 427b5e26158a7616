using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class TagOrProfileDependencyTests
{
    private static readonly Draft Reports = A.Migration(1, A.Create("reports")).Tagged("Reporting").Named("CreateReports");
    private static readonly Draft AddTitle = A.Migration(2, A.Add("reports", A.Text("title")));

    [Fact]
    public void What_only_a_tagged_migration_makes_is_found()
    {
        var found = Assert.Single(A.History(Reports, AddTitle).On(A.Everywhere).Check(), f => f.Rule is "MIG1109" or "MIG0701");

        Assert.Equal(10, found.Place!.Line);
        Assert.Equal(
            "Migration 'M2' always runs and needs table 'reports', which only 'CreateReports' makes, with the tag 'Reporting'. Where that one does not run before, the migration fails at this step. "
            + "Make the object in a migration that always runs, or put this one under the same condition.",
            FindingText.Of(found));
    }

    [Fact]
    public void The_same_tag_is_silent() => Silent(Reports, AddTitle.Tagged("Reporting"));

    [Fact]
    public void What_an_untagged_migration_makes_is_silent() => Silent(A.Migration(1, A.Create("reports")), AddTitle, A.Migration(3, A.Create("demo")).Tagged("Demo"));

    [Fact]
    public void Each_object_is_said_once() => Assert.Single(A.History(Reports, AddTitle, A.Migration(3, A.Add("reports", A.Text("note")))).Found(TagOrProfileDependency.Rule));

    [Fact]
    public void The_tagged_migration_that_makes_it_is_named() => Assert.Equal(
        "AddAuthor",
        Assert.Single(A.History(
            A.Migration(1, A.Create("users")),
            A.Migration(2, A.Create("tags")).Tagged("Demo"),
            A.Migration(3, A.Add("users", A.Text("author"))).Tagged("Demo", "Test").Named("AddAuthor"),
            A.Migration(4, A.Index("ix", "users", "author"))).Found(TagOrProfileDependency.Rule)).Values[3]);

    [Fact]
    public void What_nobody_makes_is_another_rules_matter() =>
        Assert.Equal("MIG0726", Assert.Single(A.History(Reports, A.Migration(2, A.Add("seasons", A.Text("x")))).Check(), f => f.Rule is "MIG1109" or "MIG0701" or "MIG0726").Rule);

    [Theory]
    [InlineData(MigrationKind.Profile, "Demo", "with the profile 'Demo'", null)]
    [InlineData(MigrationKind.Maintenance, "AfterAll", "at the stage 'AfterAll' of a run", null)]
    [InlineData(MigrationKind.Maintenance, "BeforeAll", "at the stage 'BeforeAll' of a run", Severity.Warning)]
    public void What_only_a_profile_or_a_stage_makes_is_found(MigrationKind kind, string occasion, string when, Severity? severity)
    {
        var maker = A.Migration(0, A.Create("reports")).Runs(kind, occasion).Named("MakeReports");
        var found = Assert.Single(A.History(AddTitle, maker).On(A.Everywhere).Check(), f => f.Rule is "MIG1109" or "MIG0701");

        Assert.Equal(Items.Of("M2", "table", "reports", "MakeReports", when), found.Values);
        Assert.Equal(severity, found.Severity);
    }

    [Fact]
    public void A_profile_may_use_what_a_migration_makes() => Silent(Reports.Tagged(), A.Migration(0, A.Insert("reports", "id", "1")).Runs(MigrationKind.Profile, "Demo"));

    [Fact]
    public void Sql_text_makes_an_object_too() => Assert.Single(
        A.History(A.Migration(1, A.Sql("create table reports (id int primary key)")).Tagged("Reporting"), AddTitle).Found(TagOrProfileDependency.Rule));

    [Fact]
    public void An_untagged_migration_that_cannot_be_read_may_have_made_it() =>
        Silent(A.Migration(1, A.Code()), A.Migration(2, A.Create("reports")).Tagged("Reporting"), A.Migration(3, A.Add("reports", A.Text("title"))));

    [Fact]
    public void A_branch_for_one_database_is_followed_for_it()
    {
        var elsewhere = A.Migration(1, A.Create("reports")).On(DatabaseKind.MySql);
        var tagged = A.Migration(2).On(DatabaseKind.MySql, A.Create("reports")).Tagged("MySql");
        var found = Assert.Single(A.History(elsewhere, tagged, A.Migration(3, A.Add("reports", A.Text("title")))).On(A.Everywhere).Found(TagOrProfileDependency.Rule));

        Assert.Equal(Items.Of(DatabaseKind.MySql), found.Databases);
    }

    [Fact]
    public void A_released_migration_is_not_judged() => Assert.Empty(A.History(Reports, AddTitle).Released(1, 2).Found(TagOrProfileDependency.Rule));

    private static void Silent(params Draft[] drafts) => Assert.Empty(A.History(drafts).On(A.Everywhere).Found(TagOrProfileDependency.Rule));
}
