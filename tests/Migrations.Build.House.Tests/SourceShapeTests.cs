using System.Text.RegularExpressions;

namespace Migrations.Build.House.Tests;

/// <summary>What a reader may rely on in every product file.</summary>
public sealed partial class SourceShapeTests
{
    [Fact]
    public void No_product_file_is_longer_than_three_hundred_lines() =>
        Assert.Empty(Repository.Sources("src").Select(f => (Lines: File.ReadLines(f).Count(), Name: Relative(f))).Where(f => f.Lines > 300));

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var strangers = Repository.Sources("src")
            .Select(f => (File: Relative(f), Namespace: Namespace().Match(File.ReadAllText(f)).Groups[1].Value))
            .Where(f => f.Namespace.Length > 0 && f.Namespace != Expected(f.File));
        Assert.Empty(strangers);
    }

    [Fact]
    public void No_type_is_named_for_nothing_in_particular() =>
        Assert.Empty(Repository.Sources("src").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => VagueName().IsMatch(n)));

    private static string Relative(string file) => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file);

    // The annotations are what users write: they stand in the package's own namespace.
    private static string Expected(string file)
    {
        var folder = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.');
        return folder == "Migrations.Build.Annotations" ? "Migrations.Build" : folder;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("(Manager|Helper|Helpers|Utils|Utility|Service|Common|Migrator)$")]
    private static partial Regex VagueName();
}
