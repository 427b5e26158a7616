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
    public async Task What_cannot_be_read_is_refused_and_nothing_is_frozen()
    {
        using var project = Project.From(Source + """
            [Migration(3)] public class Bad : Migration { public override void Up() => throw new InvalidOperationException("no"); public override void Down() { } }
            """);
        var (code, said) = await project.RunAsync("release");
        Assert.Equal((1, "MIG9108"), (code, Assert.Single(said)[1]));
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
}
