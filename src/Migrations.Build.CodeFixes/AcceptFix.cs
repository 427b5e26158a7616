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

/// <summary>Begins the attribute by which a person takes a risk, or states that there is no way back; the reason is theirs to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptFix))]
[Shared]
public sealed class AcceptFix : CodeFixProvider
{
    private const string MissingDown = "MIG0101";

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
            if (diagnostic.Id == MissingDown)
            {
                Offer(context, root, declaration, diagnostic, "State that there is no way back", "[Migrations.Build.ForwardOnly(\"\")]");
            }
        }
    }

    private static void Offer(CodeFixContext context, SyntaxNode root, ClassDeclarationSyntax declaration, Diagnostic diagnostic, string title, string attribute) => context.RegisterCodeFix(
        CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, With(declaration, attribute)))), nameof(AcceptFix) + title),
        diagnostic);

    private static ClassDeclarationSyntax With(ClassDeclarationSyntax declaration, string attribute)
    {
        var list = ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(attribute + " class C { }")!).AttributeLists[0]
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
    }
}
