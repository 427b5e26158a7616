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
        return Configured(finding.Rule, Path.GetFullPath(finding.Place?.File ?? project)) switch
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
