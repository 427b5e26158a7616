using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Analyzers.Live;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.Analyzers;

/// <summary>Folds the whole history of migrations in a project, and reports in each file what the rules find in its migrations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MigrationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (KnownSymbols.TryCreate(context.Compilation) is not { } known || Settings.Of(context.Options, context.CancellationToken) is not { } settings)
        {
            return;
        }

        // Editors show live what is reported for a file's model, and nothing that is reported at a compilation's end.
        var history = new ProjectHistory(context.Compilation, known, settings);
        context.RegisterSemanticModelAction(file => Report(file, history));
    }

    private static void Report(SemanticModelAnalysisContext file, ProjectHistory history)
    {
        var tree = file.SemanticModel.SyntaxTree;
        foreach (var finding in history.Check(tree, file.CancellationToken).Where(f => f.Accepted is null))
        {
            if (Descriptors.Find(finding.Rule) is { } descriptor)
            {
                var severity = Descriptors.SeverityOf(finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity);
                file.ReportDiagnostic(Diagnostic.Create(descriptor, Location(tree, finding.Place), severity, null, Values(finding), FindingText.Of(finding)));
            }
        }
    }

    // A fix reads what the finding is about from them, not from its words.
    private static ImmutableDictionary<string, string?> Values(Finding finding) =>
        finding.Values.Select((v, i) => (v, i)).ToImmutableDictionary(v => v.i.ToString(CultureInfo.InvariantCulture), v => (string?)v.v);

    // What a helper in another file does is told where its migration stands: an editor shows no place outside of the file that it asked about.
    private static Location Location(SyntaxTree tree, Place? place)
    {
        var text = tree.GetText();
        if (place is null || place.File != tree.FilePath || place.Line < 1 || place.Line > text.Lines.Count)
        {
            return Microsoft.CodeAnalysis.Location.Create(tree, new TextSpan(0, 0));
        }

        var position = Math.Min(text.Lines[place.Line - 1].Start + place.Column - 1, text.Length);
        return Microsoft.CodeAnalysis.Location.Create(tree, tree.GetRoot().FindToken(position).Span);
    }
}
