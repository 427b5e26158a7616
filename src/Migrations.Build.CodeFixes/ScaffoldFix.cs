using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Migrations.Build.Analyzers;

namespace Migrations.Build.CodeFixes;

/// <summary>Begins the attribute by which a person takes a risk, states that there is no way back, or says what no rule can know; the words are theirs to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScaffoldFix))]
[Shared]
public sealed class ScaffoldFix : CodeFixProvider
{
    private static readonly ImmutableDictionary<string, (string Title, string Attribute)> Answers = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["MIG0101"] = ("State that there is no way back", "ForwardOnly"),
        ["MIG0102"] = ("Say why there is no way back", "ForwardOnly"),
        ["MIG1201"] = ("Say why the migration exists", "Rationale"),
        ["MIG1209"] = ("Declare what its opaque steps touch", "Touches"),
    }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = new MigrationAnalyzer().SupportedDiagnostics.Select(d => d.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            Offer(context, root, declaration, diagnostic, $"Accept {diagnostic.Id} here, with a reason", $"[Migrations.Build.Accept(\"{diagnostic.Id}\", \"\")]");
            if (Answers.TryGetValue(diagnostic.Id, out var answer))
            {
                Offer(context, root, declaration, diagnostic, answer.Title, $"[Migrations.Build.{answer.Attribute}(\"\")]");
            }
        }
    }

    private static void Offer(CodeFixContext context, SyntaxNode root, ClassDeclarationSyntax declaration, Diagnostic diagnostic, string title, string attribute) => context.RegisterCodeFix(
        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, With(declaration, attribute)))), nameof(ScaffoldFix) + title),
        diagnostic);

    private static ClassDeclarationSyntax With(ClassDeclarationSyntax declaration, string attribute)
    {
        var list = ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(attribute + " class C { }")!).AttributeLists[0]
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
    }
}
