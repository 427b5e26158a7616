using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Model.Tests.Rules.Ordering;

public class ReleasedChangeTests
{
    private static readonly ReleasedMigration Users = new(1, "M1", "all", "1.0") { Hashes = Items.Of(new DatabaseHash(DatabaseKind.Sqlite, "lite"), new DatabaseHash(DatabaseKind.Postgres, "post")) };

    [Fact]
    public void Another_effect_than_the_released_one_is_found()
    {
        var found = Assert.Single(Now("other", "thing").Found(EditedAfterRelease.Rule));

        Assert.Equal(5, found.Place!.Line);
        Assert.Empty(found.Databases);
        Assert.Equal(
            "Migration 'M1' shipped in release '1.0' and does something else now. Databases that ran it keep what it did, and 'migrations apply' stops there; new databases get another schema. "
            + "Take the edit back, and put the change into a new migration.",
            FindingText.Of(found));
    }

    [Fact]
    public void The_databases_on_which_it_differs_are_named() => Assert.Equal(Items.Of(DatabaseKind.Postgres), Assert.Single(Now("lite", "thing").Found(EditedAfterRelease.Rule)).Databases);

    [Fact]
    public void The_same_effect_is_silent_whatever_became_of_the_source() => Silent(Now("lite", "post", "new source", Users with { Source = "old source" }));

    [Fact]
    public void A_database_that_the_project_shipped_to_later_is_silent() => Silent(Now("lite", "post", released: Users with { Hashes = Items.Of(Users.Hashes[0]) }));

    [Fact]
    public void A_database_that_the_project_left_is_silent() => Silent(Now("lite", "thing").On(DatabaseKind.Sqlite));

    [Fact]
    public void What_was_not_rendered_yet_is_silent() => Silent(A.History(A.Migration(1, A.Create("users"))).Shipped(Users));

    [Fact]
    public void A_migration_that_is_not_released_may_change() => Silent(Now("other", "thing").Shipped(Users with { Version = 7 }), EditedAfterRelease.Rule.Id);

    [Fact]
    public void A_source_that_is_as_it_was_points_elsewhere() => Assert.Equal(
        "Migration 'M1', which shipped in release '1.0', is as it was and does something else now: a method, a constant, a script or a convention that it uses has changed. "
        + "Databases that ran it keep what it did, and 'migrations apply' stops there; new databases get another schema. "
        + "Write the old value into the migration, and let only new migrations use the new one.",
        FindingText.Of(Assert.Single(Now("other", "thing", "source", Users with { Source = "source" }).Check())));

    [Theory]
    [InlineData("new", "old", "MIG1103")]
    [InlineData(null, "old", "MIG1103")]
    [InlineData("new", null, "MIG1103")]
    [InlineData("same", "same", "MIG1105")]
    public void One_change_is_one_finding(string? now, string? then, string rule) =>
        Assert.Equal(rule, Assert.Single(Now("other", "thing", now, Users with { Source = then }).Check()).Rule);

    [Fact]
    public void What_an_earlier_edit_draws_along_is_not_told_as_well()
    {
        Assert.Equal(["MIG1103 1"], Both("old", "same").Select(f => $"{f.Rule} {f.Version}"));
        Assert.Equal(["MIG1105 1", "MIG1103 2"], Both("same", "old").Select(f => $"{f.Rule} {f.Version}"));
        Assert.Equal(["MIG1105 1", "MIG1105 2"], Both("same", "same").Select(f => $"{f.Rule} {f.Version}"));
    }

    private static Items<Finding> Both(string first, string second)
    {
        var hashes = Items.Of(new DatabaseHash(DatabaseKind.Sqlite, "other"));
        return A.History(
                A.Migration(1, A.Create("users")).Said(m => m with { Hashes = hashes, SourceHash = "same" }),
                A.Migration(2, A.Add("users", A.Text("name"))).Said(m => m with { Hashes = hashes, SourceHash = "same" }))
            .Shipped(Users with { Source = first }, Users with { Version = 2, Name = "M2", Source = second }).Check();
    }

    private static Situation Now(string sqlite, string postgres, string? source = null, ReleasedMigration? released = null)
    {
        var hashes = Items.Of(new DatabaseHash(DatabaseKind.Sqlite, sqlite), new DatabaseHash(DatabaseKind.Postgres, postgres));
        return A.History(A.Migration(1, A.Create("users")).Said(m => m with { Hashes = hashes, SourceHash = source })).On(DatabaseKind.Sqlite, DatabaseKind.Postgres).Shipped(released ?? Users);
    }

    private static void Silent(Situation situation, string? rule = null) => Assert.DoesNotContain(situation.Check(), f => rule is null || f.Rule == rule);
}
