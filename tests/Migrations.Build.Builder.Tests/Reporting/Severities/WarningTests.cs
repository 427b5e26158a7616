using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Tests.Reporting.Severities;

/// <summary>What a project's properties and its code say of a warning is heard as by the compiler.</summary>
public sealed class WarningTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warnings-");

    // Properties: treat as errors, errors, no errors, silent, and a line of .editorconfig.
    [Theory]
    [InlineData(false, "", "", "", "", "Warning")]
    [InlineData(true, "", "", "", "", "Error")]
    [InlineData(true, "", "MIG0202", "", "", "Warning")]
    [InlineData(true, "", "MIG0201", "", "", "Error")]
    [InlineData(true, "", "", "MIG0202", "", "None")]
    [InlineData(true, "", "", "CS1591,MIG0202", "", "None")]
    [InlineData(true, "", "", "", "suggestion", "Info")]
    [InlineData(true, "", "", "", "none", "None")]
    [InlineData(true, "", "", "", "warning", "Error")]
    [InlineData(false, "MIG0202", "", "", "", "Error")]
    [InlineData(false, "MIG0201", "", "", "", "Warning")]
    [InlineData(false, "MIG0202", "", "", "none", "Error")]
    [InlineData(false, "MIG0202", "", "MIG0202", "", "None")]
    [InlineData(false, "", "", "MIG0202", "error", "None")]
    [InlineData(false, "", "MIG0202", "", "error", "Warning")]
    public void Properties_are_heard(bool all, string errors, string noErrors, string silent, string configured, string level)
    {
        string[] lines =
        [
            "command=build", "assembly=/a/M.dll", "output=/a/M.mbundle", "name=M", "version=1.0.0", "project=" + At("P.csproj"),
            "warnings-are-errors=" + all, "error=" + errors, "no-error=" + noErrors, "no-warning=" + silent,
            .. configured.Length == 0 ? [] : new[] { "editorconfig=" + Write(".editorconfig", $"[*.cs]\ndotnet_diagnostic.MIG0202.severity = {configured}\n") },
        ];
        var (request, problems) = RequestReader.Read(lines);
        Assert.Empty(problems);
        Assert.Equal(level, Level(request, Write("M.cs", "class M { }"), 1));
    }

    [Theory]
    [InlineData("#pragma warning disable MIG0202\nclass M { }", 2, "None")]
    [InlineData("#pragma warning disable\nclass M { }", 2, "None")]
    [InlineData("#pragma warning disable MIG0201\nclass M { }", 2, "Warning")]
    [InlineData("#pragma warning disable MIG0202\n#pragma warning restore MIG0202\nclass M { }", 3, "Warning")]
    [InlineData("class M { }\n#pragma warning disable MIG0202", 1, "Warning")]
    [InlineData("#if GONE\n#pragma warning disable MIG0202\n#endif\nclass M { }", 4, "Warning")]
    [InlineData("#if THERE\n#pragma warning disable MIG0202\n#endif\nclass M { }", 4, "None")]
    [InlineData("#pragma warning error MIG0202\nclass M { }", 2, "Warning")]
    public void A_pragma_is_heard_from_its_line_on(string source, int line, string level) =>
        Assert.Equal(level, Level(new() { Project = At("P.csproj"), Defined = Items.Of("THERE") }, Write("M.cs", source), line));

    private const string Using = "using System.Diagnostics.CodeAnalysis;\n";
    private const string Class = "namespace App;\npublic partial class M\n{\n    public void Up()\n    {\n    }\n}\npublic class Other { }\n";

    [Theory]
    [InlineData(Using + "[assembly: SuppressMessage(\"Migrations\", \"MIG0202\")]", "None", "None")]
    [InlineData(Using + "[assembly: SuppressMessage(\"Migrations\", \"MIG0202:Dropped\", Scope = \"type\", Target = \"~T:App.M\", Justification = \"agreed\")]", "None", "Warning")]
    [InlineData(Using + "[assembly: SuppressMessage(\"Migrations\", \"MIG0202\", Scope = \"member\", Target = \"~M:App.M.Up\")]", "None", "Warning")]
    [InlineData(Using + "[assembly: SuppressMessage(\"Migrations\", \"MIG0202\", Scope = \"namespaceanddescendants\", Target = \"~N:App\")]", "None", "None")]
    [InlineData(Using + "[assembly: SuppressMessage(\"Migrations\", \"MIG0201\")]", "Warning", "Warning")]
    [InlineData(Using + "namespace App;\n[SuppressMessage(\"Migrations\", \"MIG0202\")]\npublic partial class M { }", "None", "Warning")]
    [InlineData(Using + "namespace App;\n[SuppressMessage(\"Migrations\", Ids.Dropped)]\npublic partial class M { }\npublic static class Ids { public const string Dropped = \"MIG0202\"; }", "None", "Warning")]
    [InlineData("[assembly: System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"Migrations\", \"MIG0202\")]", "None", "None")]
    [InlineData("// SuppressMessage(\"Migrations\", \"MIG0202\")", "Warning", "Warning")]
    public void A_suppression_in_the_source_is_heard(string elsewhere, string inside, string outside)
    {
        var (file, other) = (Write("M.cs", Class), Write("Elsewhere.cs", elsewhere));
        var request = new Request { Project = At("P.csproj"), Sources = Items.Of(file, other) };
        Assert.Equal((inside, outside), (Level(request, file, 6), Level(request, file, 8)));
    }

    [Theory]
    [InlineData("Error", "Error")]
    [InlineData("None", "None")]
    [InlineData("Info", "Info")]
    public void A_rule_set_is_heard_with_what_it_includes(string action, string level)
    {
        Write("base.ruleset", $"""<RuleSet Name="b" ToolsVersion="16.0"><Rules AnalyzerId="a" RuleNamespace="a"><Rule Id="MIG0202" Action="{action}" /></Rules></RuleSet>""");
        var path = Write("house.ruleset", """<RuleSet Name="h" ToolsVersion="16.0"><Include Path="base.ruleset" Action="Default" /></RuleSet>""");
        var request = new Request { Project = At("P.csproj"), RuleSet = path };
        Assert.Equal(level, Level(request, Write("M.cs", "class M { }"), 1));
        Assert.Equal("Warning", Level(request with { RuleSet = null }, At("M.cs"), 1));
    }

    [Fact]
    public void A_file_of_another_language_or_one_that_is_gone_is_asked_for_nothing()
    {
        var request = new Request { Project = At("P.vbproj"), EditorConfigs = Items.Of(Write(".editorconfig", "[*.vb]\ndotnet_diagnostic.MIG0202.severity = error\n")) };
        Assert.Equal("Error", Level(request, Write("M.vb", "#Disable Warning MIG0202"), 1));
        Assert.Equal("Error", Level(request, At("Gone.vb"), 7));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Level(Request request, string file, int line) =>
        (Report.Show([new Finding("MIG0202", Items.Of("t.c")) { Place = new(file, line, 1) }], request).SingleOrDefault()?.Level ?? Builder.Reporting.Level.None).ToString();

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
