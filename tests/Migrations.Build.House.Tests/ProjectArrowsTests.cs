using System.Xml.Linq;

namespace Migrations.Build.House.Tests;

/// <summary>The arrows between the projects in src are those of the design; a new one is a decision, not an accident.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Migrations.Build.Model"] = [],
        ["Migrations.Build"] = [],
        ["Migrations.Build.Tasks"] = [],
        ["Migrations.Build.Analyzers"] = ["Migrations.Build.Model"],
        ["Migrations.Build.CodeFixes"] = ["Migrations.Build.Analyzers", "Migrations.Build.Model"],
        ["Migrations.Build.Bundle"] = ["Migrations.Build.Model"],
        ["Migrations.Build.Runner"] = ["Migrations.Build.Bundle", "Migrations.Build.Model"],
        ["Migrations.Build.Verification"] = ["Migrations.Build.Runner"],
        ["Migrations.Build.Builder"] = ["Migrations.Build.Bundle", "Migrations.Build.Verification"],
        ["Migrations.Build.Cli"] = ["Migrations.Build.Runner", "Migrations.Build.Verification"],
        ["Migrations.Build.Native"] = ["Migrations.Build.Cli"],
    };

    public static TheoryData<string> Projects => [.. Repository.Projects("src").Select(p => Path.GetFileNameWithoutExtension(p)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_house_allows(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"The project '{project}' is not in the house. Add it to the design and to this list.");
        Assert.Empty(References(project).Except(allowed!));
    }

    [Theory]
    [InlineData("Migrations.Build.Model")]
    [InlineData("Migrations.Build")]
    public void What_lives_in_every_process_brings_no_package_along(string project) =>
        Assert.Empty(Items(project, "PackageReference").Where(p => p.Attribute("PrivateAssets")?.Value != "all").Select(p => p.Attribute("Include")!.Value));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Migrations.Build.sln"));
        Assert.Empty(Repository.Projects("src").Concat(Repository.Projects("tests")).Select(Path.GetFileName).Where(p => !solution.Contains(p!, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_project_states_a_package_version_of_its_own() =>
        Assert.Empty(Repository.Projects("src").Concat(Repository.Projects("tests"))
            .Where(p => XDocument.Load(p).Descendants("PackageReference").Any(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null)));

    private static IEnumerable<string> References(string project) =>
        Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<XElement> Items(string project, string item) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants(item);
}
