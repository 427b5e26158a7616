using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reporting.Severities;

/// <summary>
/// How findings are shown, by what the project says of them. The compiler itself is asked, which takes a tenth of a second, so only
/// where something is said that could change anything.
/// </summary>
internal sealed partial class Hearing
{
    private static readonly ConditionalWeakTable<Request, Hearing> Known = new();
    private readonly Request _request;
    private readonly Sources _sources;
    private readonly Lazy<bool> _isSaid;

    private Hearing(Request request) => (_request, _sources, _isSaid) = (request, new(request.Sources), new(IsAnythingSaid));

    /// <summary>What the project of a request says.</summary>
    public static Hearing Of(Request request) => Known.GetValue(request, r => new(r));

    /// <summary>The findings at their places, each as it is shown.</summary>
    public IReadOnlyList<Shown> Show(IEnumerable<Finding> findings)
    {
        var placed = findings.Select(f => f with { Place = _sources.PlaceOf(f) }).ToList();
        var heard = placed.Count > 0 && MayChange(placed) ? Asked(placed) : [.. placed.Select(Usual)];
        return [.. placed.Zip(heard, (f, l) => new Shown(f, l)).Where(s => s.Level != Level.None)];
    }

    /// <summary>How severe a finding is where nothing is said of it.</summary>
    public static Severity Severity(Finding finding) => finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity;

    private bool MayChange(List<Finding> findings) => _isSaid.Value
        || (_request.Warnings.AreErrors && findings.Exists(f => Severity(f) == Model.Findings.Severity.Warning))
        || findings.Select(f => f.Place?.File).OfType<string>().Distinct(StringComparer.Ordinal).AsParallel().Any(Sources.HasPragma);

    private bool IsAnythingSaid() => _request.RuleSet is not null
        || _request.Warnings.Named.Any(n => n.Contains("MIG", StringComparison.OrdinalIgnoreCase))
        || _request.EditorConfigs.Where(File.Exists).Any(p => OfRules().IsMatch(File.ReadAllText(p)))
        || _sources.HaveSuppressions;

    // Not inlined: the compiler's assemblies are loaded when a method that names them is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Level[] Asked(List<Finding> findings)
    {
        SdkCompiler.Use(_request.Compiler);
        return CompilerVerdict.Of(findings, _request, _sources);
    }

    private static Level Usual(Finding finding) => Severity(finding) switch
    {
        Model.Findings.Severity.Error => Level.Error,
        Model.Findings.Severity.Warning => Level.Warning,
        _ => Level.Info,
    };

    [GeneratedRegex(@"dotnet_diagnostic\.MIG|dotnet_analyzer_diagnostic", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfRules();
}
