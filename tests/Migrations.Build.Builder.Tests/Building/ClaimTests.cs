using System.Text;
using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Builder.Tests.Building;

/// <summary>A claim follows the proof, whatever the severity of a finding, and whoever released the migration.</summary>
[Collection(ReadingCollection.Name)]
public sealed class ClaimTests
{
    private const string Options = """
        [Migration(1)] public class One : Migration
        {
            public override void Up() => Create.Table("options").WithColumn("name").AsString(40).NotNullable().PrimaryKey().WithColumn("value").AsString().NotNullable();
            public override void Down() => Delete.Table("options");
        }

        """;

    public static TheoryData<string, string, string> Lossy => new()
    {
        { "MIG9203", "Create.Column(\"size\").OnTable(\"options\").AsInt32().Nullable()", "Execute.Sql(\"SELECT 1\")" },
        { "MIG9202", "Create.Column(\"size\").OnTable(\"options\").AsInt32().Nullable()", "Execute.Sql(\"DELETE FROM nowhere\")" },
        { "MIG9204", "Execute.Sql(\"CREATE INDEX i ON options (value)\")", "Execute.Sql(\"DROP INDEX i; UPDATE options SET value = 'x'\")" },
    };

    [Theory]
    [MemberData(nameof(Lossy))]
    public async Task A_Down_that_was_seen_to_go_wrong_is_not_called_whole_at_any_severity(string rule, string up, string down)
    {
        var source = Options + $"[Migration(2)] public class Two : Migration {{ public override void Up() => {up}; public override void Down() => {down}; }}";
        using var strict = Project.From(source);
        var (strictly, found) = await strict.RunAsync("build");
        Assert.True(strictly == 1, string.Join('\n', found.Select(s => string.Join(' ', s))) + (strictly == 0 ? Text(strict, PartNames.Verification) : ""));
        foreach (var lower in new[] { true, false })
        {
            using var project = Project.From(source);
            var (code, said) = lower ? await project.RunAsync("build", Lowered(project)) : await Released(project);
            Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
            var entry = project.Bundle.Manifest.Migrations[1];
            Assert.Equal((Reversibility.LosesData, DoubtKind.Fails), (entry.Reversibility, entry.Doubt?.Kind));
            Assert.Equal(lower ? 0 : 1, entry.Problems.Count(p => p.Rule == rule));
            Assert.Contains("| 2 | Two | loses data |", Text(project, PartNames.Plan), StringComparison.Ordinal);
            Assert.Contains("Two: going back brings the shape back", Text(project, PartNames.Summary), StringComparison.Ordinal);
            Assert.Null(project.Bundle.Manifest.Migrations[0].Doubt);
            Assert.Equal(Reversibility.Reversible, project.Bundle.Manifest.Migrations[0].Reversibility);
        }
    }

    [Fact]
    public async Task What_was_not_verified_is_not_called_whole()
    {
        const string Down = "[Migration(2)] public class Two : Migration { public override void Up() => Delete.Column(\"value\").FromTable(\"options\"); public override void Down() => Create.Column(\"value\").OnTable(\"options\").AsString().Nullable(); }";
        using var project = Project.From((Options + Down).Replace("AsString().NotNullable()", "AsString().Nullable()", StringComparison.Ordinal));
        var (code, said) = await project.RunAsync("build");
        Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
        Assert.Equal([Reversibility.Reversible, Reversibility.KeepsData], project.Bundle.Manifest.Migrations.Select(e => e.Reversibility));
        Assert.Equal(0, (await project.RunAsync("build", "verify=false")).Code);
        Assert.Equal([Reversibility.NotProved, Reversibility.NotProved], project.Bundle.Manifest.Migrations.Select(e => e.Reversibility));
        Assert.Contains("| 2 | Two | not proved |", Text(project, PartNames.Plan), StringComparison.Ordinal);
        Assert.Contains("What nobody saw undone", Text(project, PartNames.Summary), StringComparison.Ordinal);
        Assert.Contains("It is not proved: the build was told not to verify it.", Text(project, PartNames.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_undone_or_does_nothing_needs_no_proof()
    {
        using var project = Project.From(Options + """
            [Migration(2), ForwardOnly("it is so")] public class Two : Migration { public override void Up() => Delete.Column("value").FromTable("options"); public override void Down() { } }
            [Migration(3)] public class Three : Migration { public override void Up() => IfDatabase("Postgres15_0").Execute.Sql("SELECT 1"); public override void Down() => throw new NotImplementedException(); }
            """);
        await project.RunAsync("release");
        Assert.Equal(0, (await project.RunAsync("build", "verify=false")).Code);
        Assert.Equal([Reversibility.ForwardOnly, Reversibility.Reversible], project.Bundle.Manifest.Migrations.Skip(1).Select(e => e.Reversibility));
        Assert.All(project.Bundle.Manifest.Migrations.Skip(1), e => Assert.Null(e.Doubt));
    }

    [Theory]
    [InlineData("MIG9108", "throw new InvalidOperationException(\"no\");", "warning")]
    [InlineData("MIG9109", "Delete.ForeignKey(\"fk\");", "none")]
    [InlineData("MIG0811", "Create.Sequence(\"s\");", "suggestion")]
    public async Task What_cannot_be_read_or_rendered_stays_an_error_and_says_so(string rule, string up, string severity)
    {
        using var project = Project.From(Options + $"[Migration(2), Accept(\"{rule}\", \"a try\")] public class Two : Migration {{ public override void Up() {{ {up} }} public override void Down() => Delete.Table(\"x\"); }}");
        var (code, said) = await project.RunAsync("build", Lowered(project, rule, severity));
        Assert.Equal(1, code);
        Assert.All(said.Where(s => s[1] == rule), s => Assert.True(s[0] == "error" && s[6].Contains("cannot be lowered", StringComparison.Ordinal), s[6]));
        Assert.Contains(said, s => s[1] == rule);
        Assert.DoesNotContain(said, s => s[1] == "MIG9107");
    }

    private static async Task<(int Code, IReadOnlyList<string[]> Said)> Released(Project project)
    {
        Assert.Equal(0, (await project.RunAsync("release")).Code);
        var (code, said) = await project.RunAsync("build");
        Assert.DoesNotContain(said, s => s[0] is "warning" or "error");
        return (code, said);
    }

    private static string Lowered(Project project, string? rule = null, string severity = "warning")
    {
        string[] rules = rule is null ? ["MIG9201", "MIG9202", "MIG9203", "MIG9204", "MIG9205", "MIG0101", "MIG0102", "MIG0103", "MIG0104", "MIG0105", "MIG0106", "MIG0107", "MIG0111"] : [rule];
        project.Write(".globalconfig", "is_global = true\n" + string.Concat(rules.Select(r => $"dotnet_diagnostic.{r}.severity = {severity}\n")));
        return "editorconfig=" + Path.Combine(Path.GetDirectoryName(project.Releases)!, ".globalconfig");
    }

    private static string Text(Project project, string part) => Encoding.UTF8.GetString(project.Bundle.Part(part)!);
}
