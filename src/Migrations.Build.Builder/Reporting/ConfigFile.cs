using System.Text.RegularExpressions;

namespace Migrations.Build.Builder.Reporting;

/// <summary>An <c>.editorconfig</c> or global configuration file, as far as it sets severities.</summary>
internal sealed record ConfigFile(string Folder, bool IsRoot, bool IsGlobal, int GlobalLevel, IReadOnlyList<ConfigFile.Entry> Entries)
{
    /// <summary>Stands for every rule of this category, where a file sets the severity of them all.</summary>
    public const string Category = "category";

    /// <summary>Stands for every rule of any analyzer.</summary>
    public const string All = "all";

    private const string Bulk = "dotnet_analyzer_diagnostic";
    private const string Prefix = "dotnet_diagnostic.";
    private const string Suffix = ".severity";

    /// <summary>A rule's severity for the files that a pattern matches; for all files without one.</summary>
    internal sealed record Entry(Regex? Files, string Rule, string Severity);

    /// <summary>Reads a file.</summary>
    public static ConfigFile Read(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var (isRoot, isGlobal, level) = (false, Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase), 0);
        var entries = new List<Entry>();
        string? header = null;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')))
        {
            if (line is ['[', .. var section, ']'])
            {
                header = section;
                continue;
            }

            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var key, var value])
            {
                continue;
            }

            value = WithoutComment(value);
            isRoot |= header is null && Is(key, "root") && Is(value, "true");
            isGlobal |= header is null && Is(key, "is_global") && Is(value, "true");
            level = header is null && Is(key, "global_level") && int.TryParse(value, out var stated) ? stated : level;
            if (RuleOf(key) is { } rule)
            {
                entries.Add(new(Files(header, folder), rule, value.ToLowerInvariant()));
            }
        }

        return new(folder, isRoot, isGlobal, level, entries);
    }

    /// <summary>The severity that the file sets for a rule in a file; null when it sets none. The last one counts.</summary>
    public string? Find(string rule, string file) => Entries
        .LastOrDefault(e => e.Rule.Equals(rule, StringComparison.OrdinalIgnoreCase) && (e.Files is null ? IsGlobal : e.Files.IsMatch(file.Replace('\\', '/'))))?.Severity;

    // In a global file a section is the full path of a file.
    private static Regex? Files(string? header, string folder) => header switch
    {
        null => null,
        ['/', ..] when header.StartsWith(folder.Replace('\\', '/'), StringComparison.Ordinal) => Glob.Pattern(header[folder.Length..], folder),
        _ => Glob.Pattern(header, folder),
    };

    private static string? RuleOf(string key) =>
        Is(key, Bulk + Suffix) ? All
        : Is(key, Bulk + ".category-Migrations" + Suffix) ? Category
        : key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) && key.Length > Prefix.Length + Suffix.Length
            ? key[Prefix.Length..^Suffix.Length]
            : null;

    private static string WithoutComment(string value) => value.Split([" #", " ;"], StringSplitOptions.None)[0].Trim();

    private static bool Is(string text, string wanted) => text.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
