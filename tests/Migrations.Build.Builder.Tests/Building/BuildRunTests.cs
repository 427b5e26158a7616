using Migrations.Build.Builder.Tests.Reading;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Builder.Tests.Building;

[Collection(ReadingCollection.Name)]
public sealed class BuildRunTests
{
    private const string Sound = """
        [Migration(1), Rationale("to have it")] public class CreatePeople : AutoReversingMigration
        {
            public override void Up() => Create.Table("people").WithColumn("id").AsInt32().PrimaryKey().WithColumn("name").AsString(50).Nullable();
        }
        """;

    private const string Dropping = Sound + """
        [Migration(2, BreakingChange = true)] public class DropName : Migration
        {
            public override void Up()
            {
                Delete.Column("name").FromTable("people"); // here
            }
            public override void Down() => Create.Column("name").OnTable("people").AsString(50).Nullable();
        }
        """;

    [Fact]
    public async Task A_sound_history_becomes_a_bundle_and_one_line()
    {
        using var project = Project.From(Sound);
        var (code, said) = await project.RunAsync("build", "database=sqlite", "database=postgres");
        Assert.Equal(0, code);
        Assert.Equal("message", Assert.Single(said)[0]);
        Assert.StartsWith("M 1.0.0: 1 migration, 2 databases", said[0][6], StringComparison.Ordinal);
        var bundle = project.Bundle;
        Assert.Equal(["sqlite:3.35", "postgres:14"], bundle.Manifest.Databases);
        Assert.Equal("8.0.1", bundle.Manifest.FluentMigrator);
        Assert.Contains("CREATE TABLE", bundle.Statements(bundle.Manifest.Migrations[0], DatabaseKind.Postgres, Direction.Up)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_told_at_its_line_with_its_page_and_a_warning_stops_no_bundle()
    {
        using var project = Project.From(Dropping);
        var (code, said) = await project.RunAsync("build");
        var warning = Assert.Single(said, s => s[0] == "warning");
        Assert.Equal(["MIG0202", Compiled.File, project.LineOf("here").ToString(), "9", "docs/rules/MIG0202.md"], warning[1..6]);
        Assert.Equal((0, true), (code, File.Exists(project.Output)));
    }

    [Fact]
    public async Task An_error_leaves_no_bundle_behind_and_the_old_one_alone()
    {
        using var project = Project.From(Dropping);
        Assert.Equal(0, (await project.RunAsync("build")).Code);
        var before = File.ReadAllBytes(project.Output);
        project.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.MIG0202.severity = error\n");
        var config = "editorconfig=" + Path.Combine(Path.GetDirectoryName(project.Releases)!, ".globalconfig");
        var (code, said) = await project.RunAsync("build", config);
        Assert.Equal(1, code);
        Assert.Single(said, s => s[0] == "error");
        Assert.Equal(before, File.ReadAllBytes(project.Output));
    }

    [Theory]
    [InlineData("true", Reversibility.KeepsData, "Down, inferred from Up and the history")]
    [InlineData("false", Reversibility.ForwardOnly, "Down: nothing.")]
    public async Task A_Down_that_does_nothing_is_inferred_unless_that_is_switched_off(string infer, Reversibility reversibility, string planned)
    {
        var empty = Dropping.Replace("[Migration(2, BreakingChange = true)]", "[Migration(2, BreakingChange = true), Accept(\"MIG0101\", \"the build infers it\")]", StringComparison.Ordinal)
            .Replace("Create.Column(\"name\").OnTable(\"people\").AsString(50).Nullable();", "_ = 1;", StringComparison.Ordinal);
        using var project = Project.From(empty);
        var (code, said) = await project.RunAsync("build", "infer-down=" + infer);
        Assert.True(code == 0, string.Join('\n', said.Select(s => string.Join(' ', s))));
        var entry = project.Bundle.Manifest.Migrations[1];
        Assert.Equal((infer == "true", reversibility), (entry.InferredDown, entry.Reversibility));
        Assert.Contains(planned, System.Text.Encoding.UTF8.GetString(project.Bundle.Part("plan.md")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE people SET name = 'it's' WHERE name = 'a';")]
    [InlineData("DELETE FROM people; UPDATE people SET name = 'it's'")]
    [InlineData("DELETE FROM people; /* never closed")]
    [InlineData("DELETE FROM people; UPDATE people SET [name = 1")]
    public async Task Text_that_ends_inside_of_a_quote_is_told_at_its_line(string sql)
    {
        foreach (var database in new[] { "sqlserver", "sqlite", "postgres", "mysql", "mariadb" })
        {
            using var project = Project.From(Sound + $$"""
                [Migration(2)] public class Quoted : Migration
                {
                    public override void Up()
                    {
                        Execute.Sql("{{sql}}"); // here
                    }
                    public override void Down() { }
                }
                """);
            var (code, said) = await project.RunAsync("build", "database=" + database);
            Assert.Equal(1, code);
            Assert.All(said.Where(s => s[0] == "error" && s[1] == "MIG9103"), s => Assert.Equal(project.LineOf("here").ToString(), s[3]));
            Assert.DoesNotContain(said, s => s[1] == "MIG9107");
            Assert.True(database != "sqlserver" || !sql.Contains('\'', StringComparison.Ordinal) || said.Any(s => s[1] == "MIG9103"));
        }
    }

    [Fact]
    public async Task An_accepted_finding_is_not_told_and_is_in_the_plan()
    {
        using var project = Project.From(Dropping.Replace("[Migration(2, BreakingChange = true)]", "[Migration(2, BreakingChange = true), Accept(\"MIG0202\", \"nobody reads it any more\")]", StringComparison.Ordinal));
        var (code, said) = await project.RunAsync("build");
        Assert.Equal(0, code);
        Assert.DoesNotContain(said, s => s[1] == "MIG0202");
        Assert.Contains("nobody reads it any more", System.Text.Encoding.UTF8.GetString(project.Bundle.Part("plan.md")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_finds_can_be_accepted_too()
    {
        using var told = Project.From(Sound + "[Migration(3)] class Hidden : Migration { public override void Up() { } public override void Down() { } }");
        Assert.Equal("MIG1110", Assert.Single((await told.RunAsync("build")).Said, s => s[0] == "warning")[1]);
        using var throws = Project.From(Sound + """
            [Migration(3), Accept("MIG1108", "a test")] public class Random : Migration { public override void Up() => Execute.Sql("SELECT '" + Guid.NewGuid() + "'"); public override void Down() { } }
            """);
        Assert.DoesNotContain((await throws.RunAsync("build")).Said, s => s[1] == "MIG1108");
    }

    [Fact]
    public async Task A_project_for_another_database_has_statements_for_SQLite_beside_its_own()
    {
        using var project = Project.From(Sound);
        Assert.Equal(0, (await project.RunAsync("build", "database=postgres:14")).Code);
        var bundle = project.Bundle;
        Assert.Equal(["postgres:14"], bundle.Manifest.Databases);
        Assert.True(bundle.IsRendered(bundle.Manifest.Migrations[0], DatabaseKind.Sqlite));
    }

    [Fact]
    public async Task The_same_assembly_gives_the_same_bytes_on_another_day_and_in_another_folder()
    {
        using var project = Project.From(Dropping);
        await project.RunAsync("build", "database=sqlite", "database=mysql");
        var first = File.ReadAllBytes(project.Output);
        File.Delete(project.Output);
        Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", "4102444800");
        await project.RunAsync("build", "database=sqlite", "database=mysql");
        Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", null);
        Assert.Equal(first, File.ReadAllBytes(project.Output));
    }
}
