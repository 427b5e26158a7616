using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Builder.Building;
using Migrations.Build.Builder.Requests;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Builder.Reporting.Severities;

/// <summary>
/// What the compiler makes of findings as if an analyzer had reported them: <c>.editorconfig</c> and global files, rule sets,
/// <c>NoWarn</c> and what are errors, <c>#pragma</c> and <c>[SuppressMessage]</c>, by its own code.
/// </summary>
internal static class CompilerVerdict
{
    private const string Number = "number";

    /// <summary>How each finding is shown.</summary>
    public static Level[] Of(List<Finding> findings, Request request, Sources sources)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(Switches(request), request.ProjectFolder, sdkDirectory: null);
        var parsed = arguments.ParseOptions.WithLanguageVersion(LanguageVersion.Preview);
        var files = findings.Select(f => FileOf(f, request)).Distinct(StringComparer.Ordinal).ToList();
        var trees = files.Union(sources.HaveSuppressions ? sources.Paths : [], StringComparer.Ordinal).AsParallel()
            .ToDictionary(f => f, f => CSharpSyntaxTree.ParseText(IsAsked(f, sources) ? File.ReadAllText(f) : "", parsed, f), StringComparer.Ordinal);
        var configured = new ConfiguredSeverities(request.EditorConfigs.Where(File.Exists));
        var compilation = CSharpCompilation.Create(
            "heard",
            trees.Values,
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            arguments.CompilationOptions.WithOutputKind(OutputKind.DynamicallyLinkedLibrary).WithSyntaxTreeOptionsProvider(configured));
        var levels = new Level[findings.Count];
        var reported = findings.Select((f, i) => Reported(f, i, trees[FileOf(f, request)]));
        foreach (var diagnostic in CompilationWithAnalyzers.GetEffectiveDiagnostics(reported, compilation).Where(d => !d.IsSuppressed))
        {
            levels[int.Parse(diagnostic.Properties[Number]!, CultureInfo.InvariantCulture)] = LevelOf(diagnostic.Severity);
        }

        return levels;
    }

    // A finding without a place counts as being in the project file.
    private static string FileOf(Finding finding, Request request) => Path.GetFullPath(finding.Place?.File ?? request.Project, request.ProjectFolder);

    // Only what is in the file can be read for what it says; that of other languages is not.
    private static bool IsAsked(string file, Sources sources) =>
        file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(file) && (sources.HaveSuppressions || Sources.HasPragma(file));

    private static IEnumerable<string> Switches(Request request)
    {
        var warnings = request.Warnings;
        yield return "/target:library";
        yield return "/define:" + string.Join(',', request.Defined);
        if (request.RuleSet is { } ruleSet)
        {
            yield return "/ruleset:" + ruleSet;
        }

        yield return "/nowarn:" + string.Join(',', warnings.Silent);
        if (warnings.AreErrors)
        {
            yield return "/warnaserror+";
        }

        yield return "/warnaserror+:" + string.Join(',', warnings.Errors);
        yield return "/warnaserror-:" + string.Join(',', warnings.NoErrors);
    }

    private static Diagnostic Reported(Finding finding, int number, SyntaxTree tree)
    {
        var rule = RuleBook.Find(finding.Rule)!;
        string[] tags = Judgement.IsFixed(finding) ? [WellKnownDiagnosticTags.NotConfigurable] : [];
        var descriptor = new DiagnosticDescriptor(rule.Id, rule.Title, "", "Migrations", Of(rule.Severity), isEnabledByDefault: true, customTags: tags);
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Number, number.ToString(CultureInfo.InvariantCulture));
        return Diagnostic.Create(descriptor, LocationOf(finding, tree), Of(Hearing.Severity(finding)), null, properties);
    }

    private static Location LocationOf(Finding finding, SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        var line = Math.Clamp((finding.Place?.Line ?? 0) - 1, 0, lines.Count - 1);
        var start = Math.Min(lines[line].Start + Math.Max((finding.Place?.Column ?? 0) - 1, 0), lines[line].End);
        return Location.Create(tree, new TextSpan(start, 0));
    }

    private static DiagnosticSeverity Of(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static Level LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Level.Error,
        DiagnosticSeverity.Warning => Level.Warning,
        DiagnosticSeverity.Info => Level.Info,
        _ => Level.None,
    };
}
