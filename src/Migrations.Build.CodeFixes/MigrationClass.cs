using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Analyzers;
using Migrations.Build.Analyzers.Live;
using Migrations.Build.Model.Rules;

namespace Migrations.Build.CodeFixes;

/// <summary>The migration class that a finding is about, in its place in the history.</summary>
internal sealed record MigrationClass(ClassDeclarationSyntax Declaration, Folded Folded)
{
    /// <summary>What the migration does on each of the project's databases, with the schema around each step.</summary>
    public required IReadOnlyList<Pass> Passes { get; init; }

    /// <summary>The versions of all migrations that run once.</summary>
    public required IReadOnlyList<long> Versions { get; init; }

    /// <summary>The class at a place of a document; null where there is none, or the history cannot be read.</summary>
    public static async Task<MigrationClass?> FindAsync(Document document, TextSpan span, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var compilation = await document.Project.GetCompilationAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration || compilation is null
            || KnownSymbols.TryCreate(compilation) is not { } known
            || Settings.Of(document.Project.AnalyzerOptions, cancel) is not { } settings)
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        var name = model?.GetDeclaredSymbol(declaration, cancel)?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        var history = new ProjectHistory(compilation, known, settings);
        return name is not null && history.Find(declaration.SyntaxTree, name, cancel) is { } folded
            ? new(declaration, folded) { Passes = [.. history.Passes(folded, cancel)], Versions = [.. history.Versions(cancel)] }
            : null;
    }
}
