using System.Text;
using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Builder.Tests.Building;

/// <summary>An old project gets in: nothing that its released migrations do wrong stops a build, and nothing is claimed of them that was not seen.</summary>
[Collection(ReadingCollection.Name)]
public sealed class AdoptionTests
{
    private const string First = """
        [Migration(1)] public class People : AutoReversingMigration { public override void Up() => Create.Table("people").WithColumn("id").AsInt32().PrimaryKey().WithColumn("name").AsString(50).Nullable(); }
        """;

    public static TheoryData<string, string> Unreadable => new()
    {
        { "MIG9108", "public override void Up() { Create.Table(\"t\").WithColumn(\"id\").AsInt32(); throw new InvalidOperationException(\"no\"); } public override void Down() { }" },
        { "MIG9109", "public override void Up() { Create.Table(\"t\").WithColumn(\"id\").AsInt32(); Delete.ForeignKey(\"fk\"); } public override void Down() { }" },
        { "MIG9110", "public override void Up() => Execute.EmbeddedScript(\"none.sql\"); public override void Down() { }" },
        { "MIG9105", "public override void Up() { var n = 1; Execute.WithConnection((c, t) => _ = n); } public override void Down() { }" },
        { "MIG9103", "public override void Up() => Create.Sequence(\"s\"); public override void Down() => Delete.Sequence(\"s\");" },
        { "MIG9104", "public override void Up() { while (true) { } } public override void Down() { }" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_released_migration_that_cannot_be_read_or_rendered_is_recorded_and_has_no_SQL(string rule, string members)
    {
        rule = rule == "MIG9103" ? "MIG0811" : rule;
        var history = First + $"[Migration(2)] public class Second : Migration {{ {members} }}";
        using var project = Project.From(history);
        Assert.Contains((await project.RunAsync("build", "time-limit=1")).Said, s => s[0] == "error" && s[1] == rule);
        Assert.False(File.Exists(project.Output));

        var (code, said) = await project.RunAsync("release", "time-limit=1");
        Assert.Equal((0, $"Released in 1.0.0: 2 Second, with {rule} and MIG9208"), (code, said.Select(s => s[6]).Single(t => t.Contains("Second", StringComparison.Ordinal))));
        Assert.DoesNotContain(said, s => s[0] is "error" or "warning");
        var released = ReleasesReader.Read(File.ReadAllText(project.Releases)).Migrations[1];
        Assert.Equal([rule, "MIG9208"], released.Problems.Select(p => p.Rule).Distinct());

        (code, said) = await project.RunAsync("build", "time-limit=1");
        Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
        Assert.DoesNotContain(said, s => s[0] is "error" or "warning");
        var entry = project.Bundle.Manifest.Migrations[1];
        Assert.Equal((Reversibility.ForwardOnly, rule), (entry.Reversibility, entry.Problems[0].Rule));
        Assert.Equal([DatabaseKind.Sqlite], entry.NotRendered);
        Assert.Equal(rule == "MIG0811" ? SemanticHash.Prefix : SemanticHash.CodePrefix, entry.Hash.Length == 64 ? entry.Hashes[0].Hash[..3] : "");
        Assert.False(project.Bundle.IsRendered(entry, DatabaseKind.Sqlite));
        Assert.Contains("Has no SQL for SQLite", Text(project, PartNames.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_new_is_judged_strictly_however_much_was_released()
    {
        const string Old = "[Migration(2)] public class Old : Migration { public override void Up() => throw new InvalidOperationException(\"no\"); public override void Down() => Delete.Table(\"old\"); }\n";
        using var project = Project.From(First + Old);
        await project.RunAsync("release");
        using var later = project.Later(First + Old + Old.Replace("2", "3", StringComparison.Ordinal).Replace("Old", "New", StringComparison.Ordinal));

        var (code, said) = await later.RunAsync("build");
        Assert.Equal(1, code);
        Assert.Contains("'New'", Assert.Single(said, s => s[0] == "error")[6], StringComparison.Ordinal);
        using var good = project.Later(First + Old + "[Migration(3)] public class Notes : AutoReversingMigration { public override void Up() => Create.Table(\"notes\").WithColumn(\"id\").AsInt32().PrimaryKey(); }");
        (code, said) = await good.RunAsync("build");
        Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no\");", "throw  new InvalidOperationException( \"no\" ); /* as ever */", false)]
    [InlineData("throw new InvalidOperationException(\"no\");", "throw new InvalidOperationException(\"yes\");", true)]
    [InlineData("throw new InvalidOperationException(\"no\");", "throw new NotSupportedException(\"no\");", true)]
    public async Task The_code_of_a_released_migration_that_cannot_be_read_is_watched(string before, string after, bool edited)
    {
        static string Source(string code) => First + $"[Migration(2)] public class Second : Migration {{ public override void Up() {{ {code} }} public override void Down() {{ }} }}";
        using var project = Project.From(Source(before));
        await project.RunAsync("release");
        using var later = project.Later("public class Another { public string Text => \"new\"; }\n" + Source(after));

        var (code, said) = await later.RunAsync("build");
        Assert.Equal(edited ? 1 : 0, code);
        Assert.Equal(edited, said.Any(s => s[0] == "error" && s[1] == "MIG1103"));
    }

    [Fact]
    public async Task A_build_with_optimization_gives_the_code_the_same_digest()
    {
        const string Source = """
            [Migration(1)] public class M : Migration
            {
                public override void Up()
                {
                    var missing = Environment.ProcessId > 5 == false;
                    if (!missing && Schema is not null) { foreach (var n in new[] { "a", "b" }) { Execute.Sql($"SELECT {n}, {7}"); } Delete.ForeignKey("fk"); }
                }
                public override void Down() { }
            }
            """;
        using var debug = Compiled.From(Source);
        using var release = Compiled.From(Source, Microsoft.CodeAnalysis.OptimizationLevel.Release);
        var digest = Assert.Single(debug.Read().History.Migrations).CodeHash;
        Assert.NotNull(digest);
        Assert.Equal(digest, Assert.Single(release.Read().History.Migrations).CodeHash);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_Down_that_cannot_be_read_leaves_the_Up_and_what_the_history_gives()
    {
        using var project = Project.From(First + """
            [Migration(2)] public class AddAge : Migration { public override void Up() => Create.Column("age").OnTable("people").AsInt32().Nullable(); public override void Down() => Delete.ForeignKey("fk"); }
            [Migration(3)] public class Fill : Migration { public override void Up() => Execute.Sql("VACUUM"); public override void Down() => Delete.ForeignKey("fk"); }
            """);
        Assert.Equal(0, (await project.RunAsync("release")).Code);
        Assert.Equal(0, (await project.RunAsync("build")).Code);
        var entries = project.Bundle.Manifest.Migrations;
        Assert.Equal([(true, Reversibility.Reversible, 1), (false, Reversibility.ForwardOnly, 1)], entries.Skip(1).Select(e => (e.InferredDown, e.Reversibility, e.Problems.Count(p => p.Rule == "MIG9109"))));
        Assert.All(entries, e => Assert.True(project.Bundle.IsRendered(e, DatabaseKind.Sqlite)));
    }

    [Fact]
    public async Task The_first_failing_build_of_a_long_history_names_the_way_in_and_that_of_a_short_one_does_not()
    {
        static string History(int count) => string.Concat(Enumerable.Range(1, count).Select(n =>
            $"[Migration({n})] public class M{n} : Migration {{ public override void Up() => Create.Table(\"t{n}\").WithColumn(\"id\").AsInt32().PrimaryKey(); public override void Down() {{ }} }}\n"));
        using var many = Project.From(History(6));
        var told = Assert.Single((await many.RunAsync("build")).Said, s => s[1] == "MIG9401");
        Assert.Equal("warning", told[0]);
        Assert.Contains("If these 6 migrations have shipped, run 'dotnet build -t:MigrationsRelease'", told[6], StringComparison.Ordinal);
        using var few = Project.From(History(5));
        Assert.DoesNotContain((await few.RunAsync("build")).Said, s => s[1] == "MIG9401" && s[0] == "warning");

        await many.RunAsync("release");
        Assert.DoesNotContain((await many.RunAsync("build")).Said, s => s[0] is "error" or "warning");
    }

    [Fact]
    public async Task What_has_no_version_cannot_be_released_and_stops_no_build()
    {
        using var project = Project.From(First + """
            [Profile("Demo")] public class Demo : Migration { public override void Up() => throw new InvalidOperationException("no"); public override void Down() { } }
            [Maintenance(MigrationStage.AfterAll)] public class Tidy : Migration { public override void Up() => Create.Sequence("s"); public override void Down() { } }
            """);
        var (code, said) = await project.RunAsync("build");
        Assert.Equal(0, code);
        Assert.Equal(["MIG0811", "MIG9108"], said.Where(s => s[0] == "warning").Select(s => s[1]).Distinct().Order());
        Assert.All(project.Bundle.Manifest.Migrations.Skip(1), e => Assert.Equal([DatabaseKind.Sqlite], e.NotRendered));
    }

    [Fact]
    public async Task What_a_helper_throws_for_many_is_told_once()
    {
        using var project = Project.From("""
            public sealed class Run { public static Run Current; public bool Main = true; }
            public abstract class Shop : Migration { protected abstract void Main(); public override void Up() { if (Run.Current.Main) Main(); } public override void Down() { } }
            [Migration(1)] public class One : Shop { protected override void Main() => Create.Table("a").WithColumn("id").AsInt32(); }
            [Migration(2)] public class Two : Shop { protected override void Main() => Create.Table("b").WithColumn("id").AsInt32(); }
            [Migration(3)] public class Three : Shop { protected override void Main() => Create.Table("c").WithColumn("id").AsInt32(); }
            [Migration(4)] public class Other : Migration { public override void Up() => throw new InvalidOperationException("its own"); public override void Down() { } }
            """);
        var texts = (await project.RunAsync("build")).Said.Where(s => s[1] == "MIG9108").Select(s => s[6]).ToList();
        Assert.True(texts.Count == 2, string.Join("\n", texts));
        Assert.StartsWith("'Up' of migration 'One' and 2 others throws: NullReferenceException", texts[0], StringComparison.Ordinal);
        Assert.Contains("[ModuleInitializer]", texts[0], StringComparison.Ordinal);
        Assert.StartsWith("'Up' of migration 'Other' throws: InvalidOperationException, its own.", texts[1], StringComparison.Ordinal);
    }

    private static string Text(Project project, string part) => Encoding.UTF8.GetString(project.Bundle.Part(part)!);
}
