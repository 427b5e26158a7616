using System.Text.RegularExpressions;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.House.Tests;

/// <summary>The README says what the code says. <c>UPDATE_GOLDEN=1</c> writes its generated tables anew.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "README.md");

    [Fact]
    public void The_table_of_rules_is_the_rule_book()
    {
        var readme = File.ReadAllText(Path);
        var written = RulesTable().Replace(readme, m => m.Groups[1].Value + Rules() + m.Groups[3].Value);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path, written);
        }

        Assert.Matches(RulesTable(), readme);
        Assert.Equal(written, readme);
    }

    [Fact]
    public void Every_public_property_of_the_targets_is_in_the_table()
    {
        var readme = File.ReadAllText(Path);
        var missing = MsBuildFiles().SelectMany(f => PublicProperty().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Where(p => !readme.Contains("`" + p + "`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_public_target_is_in_the_table()
    {
        var readme = File.ReadAllText(Path);
        var missing = MsBuildFiles().SelectMany(f => PublicTarget().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Where(t => !readme.Contains("`" + t + "`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_script_and_folder_that_it_names_exists()
    {
        var named = RepositoryPath().Matches(File.ReadAllText(Path)).Select(m => m.Groups[1].Value.TrimEnd('/')).Distinct();
        Assert.Empty(named.Where(p => !System.IO.Path.Exists(System.IO.Path.Combine(Repository.Root, p))));
    }

    private static string Rules() =>
        "| id | rule | says | usually |\n|---|---|---|---|\n" +
        string.Concat(RuleBook.All.Where(r => !r.Id.StartsWith("MIG9", StringComparison.Ordinal)).Select(r => $"| {r.Id} | {r.Name} | {r.Title} | {r.Severity.ToString().ToLowerInvariant()} |\n"));

    private static string[] MsBuildFiles() => Directory.GetFiles(System.IO.Path.Combine(Repository.Root, "src", "Migrations.Build", "build"));

    [GeneratedRegex("(<!-- rules, generated -->\n)(.*?)(<!-- end of rules -->)", RegexOptions.Singleline)]
    private static partial Regex RulesTable();

    [GeneratedRegex("<(Migrations[A-Za-z]+) Condition")]
    private static partial Regex PublicProperty();

    [GeneratedRegex("<Target Name=\"([A-Z][A-Za-z]+)\"")]
    private static partial Regex PublicTarget();

    [GeneratedRegex("[`(]((?:build|src|samples|tests)/[\\w./-]+)[`)]")]
    private static partial Regex RepositoryPath();
}
