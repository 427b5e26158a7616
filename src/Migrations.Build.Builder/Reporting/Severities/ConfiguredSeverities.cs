using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Migrations.Build.Builder.Reporting.Severities;

/// <summary>The severities that <c>.editorconfig</c> and global files set: of one rule, else of the category, else of all.</summary>
internal sealed class ConfiguredSeverities : SyntaxTreeOptionsProvider
{
    private const string Bulk = "dotnet_analyzer_diagnostic.";
    private readonly AnalyzerConfigSet _files;
    private readonly ConcurrentDictionary<string, AnalyzerConfigOptionsResult> _options = new(StringComparer.Ordinal);

    public ConfiguredSeverities(IEnumerable<string> paths) =>
        _files = AnalyzerConfigSet.Create(paths.Select(p => AnalyzerConfig.Parse(SourceText.From(File.ReadAllText(p)), p)).ToList());

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        var options = _options.GetOrAdd(tree.FilePath, p => _files.GetOptionsForSourcePath(p.Replace('\\', '/')));
        return options.TreeOptions.TryGetValue(diagnosticId, out severity)
            || (!TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out _) && IsAnalyzers(diagnosticId) && TryGetBulk(options.AnalyzerOptions, out severity));
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);

    // The toolchain's own messages are no analyzer's rules.
    private static bool IsAnalyzers(string id) => !id.StartsWith("MIG9", StringComparison.OrdinalIgnoreCase);

    private static bool TryGetBulk(ImmutableDictionary<string, string> options, out ReportDiagnostic severity)
    {
        var text = options.GetValueOrDefault(Bulk + "category-migrations.severity") ?? options.GetValueOrDefault(Bulk + "severity");
        (var isKnown, severity) = text?.ToUpperInvariant() switch
        {
            "ERROR" => (true, ReportDiagnostic.Error),
            "WARNING" => (true, ReportDiagnostic.Warn),
            "SUGGESTION" => (true, ReportDiagnostic.Info),
            "SILENT" => (true, ReportDiagnostic.Hidden),
            "NONE" => (true, ReportDiagnostic.Suppress),
            _ => (false, ReportDiagnostic.Default),
        };
        return isKnown;
    }
}
