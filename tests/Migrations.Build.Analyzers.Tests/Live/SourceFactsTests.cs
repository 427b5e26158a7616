using Microsoft.CodeAnalysis;

namespace Migrations.Build.Analyzers.Tests.Live;

/// <summary>What only the source shows, or shows first: summaries, classes that never run, and where a value comes from.</summary>
public sealed class SourceFactsTests
{
    private const string Table = """Create.Table("T").WithColumn("Id").AsInt32().PrimaryKey().WithColumn("A").AsString(50).Nullable();""";
    private static readonly string First = Source.Migration(1, Table, """Delete.Table("T");""", attributes: "[Rationale(\"to have it\")] ");
    private static readonly string Plain = Source.Migration(2, """Create.Column("B").OnTable("T").AsInt32().Nullable();""", """Delete.Column("B").FromTable("T");""");

    [Theory]
    [InlineData("", 1)]
    [InlineData("// a comment\n", 1)]
    [InlineData("/// <summary></summary>\n", 1)]
    [InlineData("/// <remarks>Where we write to.</remarks>\n", 1)]
    [InlineData("/// <summary>Where we write to.</summary>\n", 0)]
    [InlineData("/// <summary>\n/// Where we write to.\n/// </summary>\n", 0)]
    [InlineData("/** <summary>\n * Where we write to.\n * </summary> */\n", 0)]
    public void A_summary_says_why_a_migration_exists(string above, int found) => Assert.Equal(found, Count("MIG1201", First, above + Plain));

    [Fact]
    public void A_summary_is_read_where_the_compiler_reads_no_documentation()
    {
        var compilation = Source.Of(First, "/// <summary>Where we write to.</summary>\n" + Plain).Compilation;
        var plain = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(t => t.WithRootAndOptions(t.GetRoot(), t.Options.WithDocumentationMode(DocumentationMode.None))));

        Assert.DoesNotContain(Host.Whole(plain), d => d.Id == "MIG1201");
    }

    [Theory]
    [InlineData("[Migration(2)] class M2 : Migration", "it is not public")]
    [InlineData("[Migration(2)] public abstract class M2 : Migration", "it is abstract")]
    [InlineData("[Migration(2)] public class M2<T> : Migration", "it is generic")]
    [InlineData("public class M2 : Migration", "it has no [Migration] attribute")]
    [InlineData("public class M2 : ForwardOnlyMigration", "it has no [Migration] attribute")]
    public void A_class_that_never_runs_is_found_in_its_file(string declaration, string why)
    {
        var down = declaration.Contains("ForwardOnly", StringComparison.Ordinal) ? "" : "public override void Down() { }";
        var compilation = Source.Of(First, declaration + " { public override void Up() { } " + down + " }").Compilation;

        var found = Assert.Single(Host.Open(compilation, compilation.SyntaxTrees[1]), d => d.Id == "MIG1110");
        Assert.StartsWith($"Class 'M2' looks like a migration and never runs: {why}.", found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("M2", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.DoesNotContain(Host.Open(compilation, compilation.SyntaxTrees[0]), d => d.Id == "MIG1110");
        Assert.Equal(found.GetMessage(), Assert.Single(Built(Source.Of(First, declaration + " { public override void Up() { } " + down + " }"))));
    }

    [Fact]
    public void A_class_inside_a_hidden_one_and_one_that_is_no_migration_are_found() => Assert.Equal(
        ["it has a [Migration] attribute and does not derive from a migration class", "it, or a class around it, is not public"],
        Messages("MIG1110", First, "class Hidden { [Migration(2)] public class Inner : Migration { public override void Up() { } public override void Down() { } } } [Migration(3)] public class Other { }")
            .Select(m => m.Split(": ")[1].Split(". ")[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("public abstract class Base : Migration { public override void Down() { } }")]
    [InlineData("public class Base : Migration { public override void Up() { } public override void Down() { } } [Migration(2), Rationale(\"x\")] public class M2 : Base { }")]
    [InlineData("public class Base<T> : Migration { public override void Up() { } public override void Down() { } }")]
    [InlineData("[Profile(\"Demo\")] public class Demo : Migration { public override void Up() { } public override void Down() { } }")]
    [InlineData("public interface IMine : IMigration { } class Helper { }")]
    public void A_base_class_and_what_runs_on_occasion_are_silent(string source) => Assert.Equal(0, Count("MIG1110", First, source));

    [Fact]
    public void A_base_class_in_another_file_is_silent() => Assert.Equal(
        0,
        Count("MIG1110", First, "[Migration(2)] public class M2 : Base { }", "public class Base : Migration { public override void Up() { } public override void Down() { } }"));

    [Theory]
    [InlineData("DateTime.UtcNow", "the clock")]
    [InlineData("DateTime.Now.AddDays(1)", "the clock")]
    [InlineData("DateTime.UtcNow - TimeSpan.FromDays(1)", "the clock")]
    [InlineData("DateTimeOffset.Now.ToString(\"o\")", "the clock")]
    [InlineData("Guid.NewGuid()", "chance")]
    [InlineData("Guid.NewGuid().ToString(\"N\")", "chance")]
    [InlineData("$\"x{Guid.NewGuid()}\"", "chance")]
    [InlineData("new Random().Next()", "chance")]
    [InlineData("Random.Shared.Next(10)", "chance")]
    [InlineData("Environment.GetEnvironmentVariable(\"HOME\") ?? \"none\"", "the environment of the build")]
    [InlineData("Environment.MachineName", "the environment of the build")]
    public void A_value_that_is_another_each_time_is_found(string value, string source)
    {
        var text = Assert.Single(Messages("MIG0313", First, Source.Migration(2, $$"""Insert.IntoTable("T").Row(new { Id = 1, A = {{value}} });""")));

        Assert.StartsWith($"The value for column 'T.A' comes from {source}.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new DateTime(2026, 1, 1)")]
    [InlineData("Guid.Empty")]
    [InlineData("SystemMethods.CurrentUTCDateTime")]
    [InlineData("new Random(42).Next()")]
    [InlineData("System.IO.File.ReadAllText(\"a.txt\")")]
    [InlineData("Environment.NewLine")]
    public void A_value_that_is_the_same_each_time_is_silent(string value) =>
        Assert.Equal(0, Count("MIG0313", First, Source.Migration(2, $$"""Insert.IntoTable("T").Row(new { Id = 1, A = {{value}} });""")));

    [Fact]
    public void A_default_from_the_clock_is_found_through_a_field() => Assert.Equal(
        1,
        Count("MIG0313", First, Source.Migration(2, """Create.Column("B").OnTable("T").AsDateTime().Nullable().WithDefaultValue(At);""", members: "private static readonly DateTime At = DateTime.UtcNow;")));

    [Theory]
    [InlineData("""Create.Column("B").OnTable("T").AsInt32().SetExistingRowsTo(5);""", 1)]
    [InlineData("""Alter.Table("T").AddColumn("B").AsInt32().SetExistingRowsTo(null).NotNullable();""", 1)]
    [InlineData("""Alter.Table("T").AlterColumn("A").AsString(60).SetExistingRowsTo("x").Nullable();""", 1)]
    [InlineData("""Create.Column("B").OnTable("T").AsInt32().SetExistingRowsTo(5).NotNullable();""", 0)]
    [InlineData("""Create.Column("B").OnTable("T").AsInt32().NotNullable().SetExistingRowsTo(5);""", 0)]
    [InlineData("""Create.Column("B").OnTable("T").AsInt32().Nullable().SetExistingRowsTo(5);""", 0)]
    public void SetExistingRowsTo_is_judged_as_it_is_written(string up, int found) => Assert.Equal(found, Count("MIG0307", First, Source.Migration(2, up)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("foreach (var n in System.IO.File.ReadAllLines(\"a\")) Delete.Column(n).FromTable(\"T\");", 0)]
    public void An_acceptance_is_called_unused_only_where_every_step_was_read(string up, int found) =>
        Assert.Equal(found, Count("MIG1205", First, Source.Migration(2, up, attributes: "[Accept(\"MIG0202\", \"read by nobody\")] ")));

    [Fact]
    public void A_released_class_with_another_version_is_told_where_it_stands()
    {
        const string Released = """{"format":1,"migrations":[{"version":1,"name":"M1","release":"1.0","hash":"a","hashes":{}},{"version":7,"name":"M2","release":"1.0","hash":"b","hashes":{}}]}""";
        var found = Assert.Single(Host.Whole(Source.Of(First, Plain).Compilation, releases: Released), d => d.Id == "MIG1104");

        Assert.Contains("a class of that name has version '2' now", found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/_/F1.cs", found.Location.SourceTree!.FilePath);
    }

    private static int Count(string rule, params string[] files) => Messages(rule, files).Length;

    private static string[] Messages(string rule, params string[] files) => [.. Host.Whole(Source.Of(files).Compilation).Where(d => d.Id == rule).Select(d => d.GetMessage())];

    private static IEnumerable<string> Built(Source source) =>
        Model.Rules.RuleBook.Check(source.Build(), Source.Targets("sqlite"), null, new DateTime(2026, 1, 1)).Where(f => f.Rule == "MIG1110").Select(Model.Findings.FindingText.Of);
}
