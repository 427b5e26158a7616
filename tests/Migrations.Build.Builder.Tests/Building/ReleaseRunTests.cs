using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Tests.Building;

[Collection(ReadingCollection.Name)]
public sealed class ReleaseRunTests
{
    private const string Source = """
        [Migration(1)] public class CreatePeople : AutoReversingMigration { public override void Up() => Create.Table("people").WithColumn("id").AsInt32().WithColumn("name").AsString(50).Nullable(); }
        [Migration(2)] public class DropName : Migration { public override void Up() => Delete.Column("name").FromTable("people"); public override void Down() { } }
        [Profile("Demo")] public class Demo : Migration { public override void Up() { } public override void Down() { } }
        """;

    [Fact]
    public async Task What_is_versioned_is_frozen_with_findings_and_errors_and_is_not_told_again()
    {
        using var project = Project.From(Source);
        Assert.Contains((await project.RunAsync("build")).Said, s => s[0] == "error");
        var (code, said) = await project.RunAsync("release", "database=sqlite", "database=postgres");
        Assert.Equal(0, code);
        Assert.Equal(["Released in 1.0.0: 1 CreatePeople", "Released in 1.0.0: 2 DropName"], said.Take(2).Select(s => s[6]));
        Assert.Matches("^migrations.lock.json: 2 migrations frozen, [1-9] findings? silenced$", said[2][6]);

        var file = ReleasesReader.Read(File.ReadAllText(project.Releases));
        Assert.Equal([(1, "CreatePeople", 2), (2, "DropName", 2)], file.Migrations.Select(m => ((int)m.Version, m.Name, m.Hashes.Count)));
        Assert.Equal((0, "message"), ((await project.RunAsync("build")).Code, Assert.Single((await project.RunAsync("build")).Said, s => s[0] != "info")[0]));
    }

    [Fact]
    public async Task A_second_release_freezes_only_what_is_new_and_leaves_the_rest_as_it_was()
    {
        using var project = Project.From(Source);
        await project.RunAsync("release");
        var before = File.ReadAllText(project.Releases);
        Assert.Equal("migrations.lock.json: 0 migrations frozen, 0 findings silenced", Assert.Single((await project.RunAsync("release")).Said)[6]);
        Assert.Equal(before, File.ReadAllText(project.Releases));
    }

    [Fact]
    public async Task An_assembly_that_cannot_be_read_at_all_is_refused_and_nothing_is_frozen()
    {
        using var project = Project.From(Source);
        var (code, said) = await project.RunAsync("release", "assembly=" + Path.Combine(Path.GetDirectoryName(project.Releases)!, "none.dll"));
        Assert.Equal((1, "MIG9101"), (code, Assert.Single(said)[1]));
        Assert.False(File.Exists(project.Releases));
    }

    [Fact]
    public async Task Two_migrations_of_one_version_are_frozen_once()
    {
        using var project = Project.From("""
            [Migration(1)] public class A : Migration { public override void Up() { } public override void Down() { } }
            [Migration(1)] public class B : Migration { public override void Up() { } public override void Down() { } }
            """);
        Assert.Equal(0, (await project.RunAsync("release")).Code);
        Assert.Equal("A", Assert.Single(ReleasesReader.Read(File.ReadAllText(project.Releases)).Migrations).Name);
    }

    [Fact]
    public async Task A_released_migration_that_does_something_else_stops_the_build_and_one_that_is_only_written_otherwise_does_not()
    {
        var first = Source.Split('\n')[0];
        using var shipped = Project.From(first);
        await shipped.RunAsync("release", "database=sqlite", "database=postgres");
        using var rewritten = shipped.Later(first.Replace("Create.Table(\"people\")", "Create.Table(\"peo\" + \"ple\") /* them */", StringComparison.Ordinal));
        using var edited = shipped.Later(first.Replace("AsString(50)", "AsString(60)", StringComparison.Ordinal));

        Assert.DoesNotContain((await rewritten.RunAsync("build", "database=sqlite", "database=postgres")).Said, s => s[0] == "error");
        var (code, said) = await edited.RunAsync("build", "database=sqlite", "database=postgres");
        Assert.Equal((1, "MIG1103"), (code, Assert.Single(said, s => s[0] == "error")[1]));
        Assert.StartsWith("Migration 'CreatePeople' shipped in release '1.0.0' and does something else now.", Assert.Single(said, s => s[0] == "error")[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_released_migration_that_uses_what_changed_is_told_apart()
    {
        const string Migration = "[Migration(1)] public class CreatePeople : AutoReversingMigration { public override void Up() => Create.Table(Environment.GetEnvironmentVariable(\"PEOPLE\") ?? \"people\").WithColumn(\"id\").AsInt32().PrimaryKey(); }";
        using var shipped = Project.From(Migration);
        await shipped.RunAsync("release");
        using var later = shipped.Later(Migration);
        Environment.SetEnvironmentVariable("PEOPLE", "persons");
        var (_, said) = await later.RunAsync("build");
        Environment.SetEnvironmentVariable("PEOPLE", null);

        Assert.Contains(said, s => s[1] == "MIG1105");
        Assert.DoesNotContain(said, s => s[1] == "MIG1103");
    }

    [Fact]
    public async Task A_released_migration_that_is_gone_stops_the_build()
    {
        using var shipped = Project.From(Source);
        await shipped.RunAsync("release");
        using var without = shipped.Later(Source.Replace("[Migration(2)]", "[Migration(3)]", StringComparison.Ordinal));

        var told = Assert.Single((await without.RunAsync("build")).Said, s => s[1] == "MIG1104");
        Assert.Contains("a class of that name has version '3' now", told[6], StringComparison.Ordinal);
    }
}
