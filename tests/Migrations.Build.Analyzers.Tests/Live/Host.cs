using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Migrations.Build.Analyzers.Tests.Live;

/// <summary>Runs the analyzer as the compiler and as an editor do.</summary>
internal static class Host
{
    /// <summary>What a whole compilation reports. The analyzer's own failure is one of the diagnostics, with id AD0001.</summary>
    public static ImmutableArray<Diagnostic> Whole(Compilation compilation, string databases = "sqlite", string? releases = null, params (string Path, string Text)[] scripts) =>
        With(compilation, databases, releases, scripts).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>What is reported where the project says this of <c>MigrationsEnabled</c>; null where it has not heard of it.</summary>
    public static ImmutableArray<Diagnostic> Enabled(Compilation compilation, string? enabled) =>
        With(compilation, new Options("sqlite", enabled ?? ""), []).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    /// <summary>What an editor shows in one open document.</summary>
    public static ImmutableArray<Diagnostic> Open(Compilation compilation, SyntaxTree tree, string databases = "sqlite", string? releases = null) =>
        With(compilation, databases, releases, []).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();

    private static CompilationWithAnalyzers With(Compilation compilation, string databases, string? releases, (string Path, string Text)[] scripts)
    {
        ImmutableArray<AdditionalText> files = [.. scripts.Select(s => new Text(s.Path, s.Text)), .. releases is null ? [] : new[] { new Text("/_/migrations.lock.json", releases) }];
        return With(compilation, new Options(databases, "true"), files);
    }

    private static CompilationWithAnalyzers With(Compilation compilation, Options options, ImmutableArray<AdditionalText> files) => compilation.WithAnalyzers(
        [new MigrationAnalyzer()],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions(files, options), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string databases, string enabled) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Global(databases, enabled);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Global(databases, enabled, textFile.Path.EndsWith(".sql", StringComparison.Ordinal) ? "script" : "releases");
    }

    private sealed class Global(string databases, string enabled, string kind = "") : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = key switch
            {
                "build_property.MigrationsEnabled" => enabled,
                "build_property.MigrationsDatabases" => databases,
                "build_property._MigrationsToday" => "2026-01-01",
                "build_metadata.AdditionalFiles.MigrationsKind" => kind,
                _ => "",
            };
            return value.Length > 0;
        }
    }
}
