using Migrations.Build.Builder.Reporting;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Tests.Reporting;

public sealed class SeverityTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("severity-");

    // Usually an error.
    private Finding Finding => new("MIG9108", Items.Of("'Up'", "M", "no")) { Place = new(Path.Combine(_folder.FullName, "Sub", "M.cs"), 3, 9) };

    [Theory]
    [InlineData("error", "Error")]
    [InlineData("warning", "Warning")]
    [InlineData("suggestion", "Info")]
    [InlineData("silent", "None")]
    [InlineData("none", "None")]
    [InlineData("default", "Error")]
    [InlineData("warning # because", "Warning")]
    public void A_section_for_all_files_sets_the_severity(string severity, string level) =>
        Assert.Equal(level, Level($"root = true\n\n[*]\ndotnet_diagnostic.MIG9108.severity = {severity}\n"));

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
        Assert.Equal(matches ? "None" : "Error", Level($"[{section}]\ndotnet_diagnostic.mig9108.severity = none\n"));

    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Migrations.severity = error", "Error")]
    [InlineData("dotnet_analyzer_diagnostic.category-migrations.severity = suggestion", "Info")]
    [InlineData("dotnet_analyzer_diagnostic.severity = error", "Error")]
    [InlineData("dotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Migrations.severity = error", "Error")]
    [InlineData("dotnet_diagnostic.MIG0202.severity = none\ndotnet_analyzer_diagnostic.category-Migrations.severity = error", "None")]
    [InlineData("dotnet_analyzer_diagnostic.category-Style.severity = error", "Warning")]
    public void A_preset_sets_the_severity_of_every_rule_that_has_none_of_its_own(string lines, string level)
    {
        var severities = Severities.Read(Items.Of(Write(".editorconfig", $"[*.cs]\n{lines}\n")));

        Assert.Equal(level, severities.Of(Finding with { Rule = "MIG0202" }, "/p.csproj").ToString());
        Assert.Equal("Error", severities.Of(Finding, "/p.csproj").ToString());
    }

    [Fact]
    public void The_last_section_that_matches_counts() =>
        Assert.Equal("Warning", Level("[*.cs]\ndotnet_diagnostic.MIG9108.severity = none\n[Sub/*.cs]\ndotnet_diagnostic.MIG9108.severity = warning\n[*.vb]\ndotnet_diagnostic.MIG9108.severity = none\n"));

    [Fact]
    public void A_nearer_file_counts_before_a_farther_one_and_both_before_a_global_one()
    {
        var global = Write("x.globalconfig", "is_global = true\ndotnet_diagnostic.MIG9108.severity = none\ndotnet_diagnostic.MIG9109.severity = none\n");
        var far = Write(".editorconfig", "[*]\ndotnet_diagnostic.MIG9108.severity = suggestion\n");
        var near = Write(Path.Combine("Sub", ".editorconfig"), "[*]\ndotnet_diagnostic.MIG9108.severity = warning\n");
        var severities = Severities.Read(Items.Of(global, near, far));
        Assert.Equal("Warning", severities.Of(Finding, "/p.csproj").ToString());
        Assert.Equal("None", severities.Of(Finding with { Rule = "MIG9109" }, "/p.csproj").ToString());
    }

    [Fact]
    public void A_root_file_keeps_farther_ones_out()
    {
        var far = Write(".editorconfig", "[*]\ndotnet_diagnostic.MIG9108.severity = none\n");
        var near = Write(Path.Combine("Sub", ".editorconfig"), "root = true\n[*]\nindent_size = 2\n");
        Assert.Equal("Error", Severities.Read(Items.Of(far, near)).Of(Finding, "/p.csproj").ToString());
    }

    [Fact]
    public void Other_rules_files_that_are_not_there_and_general_settings_change_nothing() =>
        Assert.Equal("Error", Level("dotnet_diagnostic.MIG9108.severity = none\n[*]\ndotnet_diagnostic.MIG9109.severity = none\ndotnet_analyzer_diagnostic.severity = none\n", "/no/such/file"));

    [Fact]
    public void A_finding_without_a_place_counts_as_one_in_the_project_file()
    {
        var path = Write(".editorconfig", "[*.csproj]\ndotnet_diagnostic.MIG9108.severity = none\n");
        Assert.Equal("None", Severities.Read(Items.Of(path)).Of(Finding with { Place = null }, Path.Combine(_folder.FullName, "P.csproj")).ToString());
    }

    [Fact]
    public void A_finding_may_have_a_severity_of_its_own() =>
        Assert.Equal("Info", Severities.Read(Items<string>.Empty).Of(Finding with { Severity = Severity.Info }, "/p.csproj").ToString());

    public void Dispose() => _folder.Delete(recursive: true);

    private string Level(string config, params string[] more) => Severities.Read(more.Prepend(Write(".editorconfig", config)).ToItems()).Of(Finding, "/p.csproj").ToString();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
