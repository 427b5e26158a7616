using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reporting;

/// <summary>Which severity the user gives a finding: <c>.editorconfig</c> before global files, a nearer folder before a farther one.</summary>
internal sealed class Severities
{
    private readonly ConfigFile[] _nearestFirst;
    private readonly ConfigFile[] _global;

    private Severities(IEnumerable<ConfigFile> files)
    {
        var all = files.ToList();
        _nearestFirst = [.. all.Where(f => !f.IsGlobal).OrderByDescending(f => f.Folder.Length)];
        _global = [.. all.Where(f => f.IsGlobal).OrderByDescending(f => f.GlobalLevel)];
    }

    /// <summary>The severities that files set; a file that is not there sets none.</summary>
    public static Severities Read(Items<string> paths) => new(paths.Where(File.Exists).Select(ConfigFile.Read));

    /// <summary>How a finding is shown; one without a place counts as being in the project file.</summary>
    public Level Of(Finding finding, string project)
    {
        var usual = finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity;
        return Configured(finding, Path.GetFullPath(finding.Place?.File ?? project)) switch
        {
            "error" => Level.Error,
            "warning" => Level.Warning,
            "suggestion" => Level.Info,
            "silent" or "none" => Level.None,
            _ => usual switch
            {
                Severity.Error => Level.Error,
                Severity.Warning => Level.Warning,
                _ => Level.Info,
            },
        };
    }

    // As the compiler has it: what is said of one rule, of a category, of all. The toolchain's own messages are no analyzer's rules.
    private string? Configured(Finding finding, string file) => Configured(finding.Rule, file)
        ?? (finding.Rule.StartsWith("MIG9", StringComparison.Ordinal) ? null : Configured(ConfigFile.Category, file) ?? Configured(ConfigFile.All, file));

    private string? Configured(string rule, string file)
    {
        foreach (var config in _nearestFirst)
        {
            if (config.Find(rule, file) is { } severity)
            {
                return severity;
            }

            if (config.IsRoot && file.StartsWith(config.Folder, StringComparison.Ordinal))
            {
                break;
            }
        }

        return _global.Select(g => g.Find(rule, file)).FirstOrDefault(s => s is not null);
    }
}
