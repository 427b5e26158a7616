using Migrations.Build.Builder.Reporting;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Tests.Reporting;

public sealed class SeverityTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("severity-");

    // Usually an error.
    private Finding Finding => new("MIG9201", Items.Of("M", "no such table")) { Place = new(Path.Combine(_folder.FullName, "Sub", "M.cs"), 3, 9) };

    [Theory]
    [InlineData("error", "Error")]
    [InlineData("warning", "Warning")]
    [InlineData("suggestion", "Info")]
    [InlineData("silent", "None")]
    [InlineData("none", "None")]
    [InlineData("default", "Error")]
    [InlineData("warning # because", "Warning")]
    public void A_section_for_all_files_sets_the_severity(string severity, string level) =>
        Assert.Equal(level, Level($"root = true\n\n[*]\ndotnet_diagnostic.MIG9201.severity = {severity}\n"));

    [Theory]
    [InlineData("*.cs", true)]
    [InlineData("*.{vb,cs}", true)]
    [InlineData("**.cs", true)]
    [InlineData("**/*.cs", true)]
    [InlineData("Sub/*.cs", true)]
    [InlineData("/Sub/M.cs", true)]
    [InlineData("Sub/**", true)]
    [InlineData("{Sub,Other}/?.[a-d]s", true)]
    [InlineData("M.cs", true)]
    [InlineData("*.vb", false)]
    [InlineData("Other/*.cs", false)]
    [InlineData("Sub/Deeper/*.cs", false)]
    [InlineData("/*.cs", false)]
    [InlineData("[!M].cs", false)]
    public void A_section_counts_for_the_files_that_it_names(string section, bool matches) =>
        Assert.Equal(matches ? "None" : "Error", Level($"[{section}]\ndotnet_diagnostic.mig9201.severity = none\n"));

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Migrations.severity = error", "Error")]
    [InlineData("dotnet_analyzer_diagnostic.category-migrations.severity = suggestion", "Info")]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", "Error")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Migrations.severity = error", "Error")]
    [InlineData("dotnet_diagnostic.MIG0202.severity = none\ndotnet_analyzer_diagnostic.category-Migrations.severity = error", "None")]
    [InlineData("dotnet_analyzer_diagnostic.category-Style.severity = error", "Warning")]
    public void A_preset_sets_the_severity_of_every_rule_that_has_none_of_its_own(string lines, string level)
    {
        var request = Says(Write(".editorconfig", $"[*.cs]\n{lines}\n"));

        Assert.Equal(level, LevelOf(request, Finding with { Rule = "MIG0202" }));
        Assert.Equal("Error", LevelOf(request, Finding));
    }

    [Fact]
    public void The_last_section_that_matches_counts() =>
        Assert.Equal("Warning", Level("[*.cs]\ndotnet_diagnostic.MIG9201.severity = none\n[Sub/*.cs]\ndotnet_diagnostic.MIG9201.severity = warning\n[*.vb]\ndotnet_diagnostic.MIG9201.severity = none\n"));

    [Fact]
    public void A_nearer_file_counts_before_a_farther_one_and_both_before_a_global_one()
    {
        var global = Write("x.globalconfig", "is_global = true\ndotnet_diagnostic.MIG9201.severity = none\ndotnet_diagnostic.MIG9202.severity = none\n");
        var far = Write(".editorconfig", "[*]\ndotnet_diagnostic.MIG9201.severity = suggestion\n");
        var near = Write(Path.Combine("Sub", ".editorconfig"), "[*]\ndotnet_diagnostic.MIG9201.severity = warning\n");
        Assert.Equal("Warning", LevelOf(Says(global, near, far), Finding));
        Assert.Equal("None", LevelOf(Says(global, near, far), Finding with { Rule = "MIG9202" }));
    }

    [Fact]
    public void A_root_file_keeps_farther_ones_out()
    {
        var far = Write(".editorconfig", "[*]\ndotnet_diagnostic.MIG9201.severity = none\n");
        var near = Write(Path.Combine("Sub", ".editorconfig"), "root = true\n[*]\nindent_size = 2\n");
        Assert.Equal("Error", LevelOf(Says(far, near), Finding));
    }

    [Fact]
    public void Other_rules_files_that_are_not_there_and_general_settings_change_nothing() =>
        Assert.Equal("Error", Level("dotnet_diagnostic.MIG9201.severity = none\n[*]\ndotnet_diagnostic.MIG9202.severity = none\ndotnet_analyzer_diagnostic.severity = none\n", "/no/such/file"));

    [Fact]
    public void A_finding_without_a_place_counts_as_one_in_the_project_file()
    {
        var path = Write(".editorconfig", "[*.csproj]\ndotnet_diagnostic.MIG9201.severity = none\n");
        Assert.Equal("None", LevelOf(Says(path), Finding with { Place = null }));
    }

    [Fact]
    public void A_finding_may_have_a_severity_of_its_own() =>
        Assert.Equal("Info", LevelOf(Says(), Finding with { Severity = Severity.Info }));

    [Theory]
    [InlineData("MIG0202")]
    [InlineData("MIG0201")]
    [InlineData("MIG9201")]
    [InlineData("MIG9401")]
    [InlineData("MIG9108")]
    public void The_compiler_makes_nothing_of_a_finding_of_which_nothing_is_said(string rule)
    {
        var asked = Says(Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.MIG0101.severity = none\n"));
        foreach (var severity in new Severity?[] { null, Severity.Info, Severity.Warning, Severity.Error })
        {
            var finding = Finding with { Rule = rule, Severity = severity };
            Assert.Equal(LevelOf(Says(), finding), LevelOf(asked, finding));
        }
    }

    [Theory]
    [InlineData("MIG9108", null, "Error")]
    [InlineData("MIG9103", Severity.Error, "Error")]
    [InlineData("MIG9103", Severity.Info, "None")]
    [InlineData("MIG9108", Severity.Info, "None")]
    [InlineData("MIG9201", null, "None")]
    public void Only_what_cannot_be_read_or_rendered_may_not_be_lowered(string rule, Severity? severity, string level)
    {
        var request = Says(Write(".editorconfig", $"[*.cs]\ndotnet_diagnostic.{rule}.severity = none\n")) with { Warnings = Warnings.Usual with { Silent = Items.Of(rule) } };
        Assert.Equal(level, LevelOf(request, Finding with { Rule = rule, Severity = severity }));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Level(string config, params string[] more) => LevelOf(Says([.. more, Write(".editorconfig", config)]), Finding);

    private Request Says(params string[] configs) => new() { EditorConfigs = configs.ToItems(), Project = Path.Combine(_folder.FullName, "P.csproj") };

    private static string LevelOf(Request request, Finding finding) => (Report.Show([finding], request).SingleOrDefault()?.Level ?? Builder.Reporting.Level.None).ToString();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
