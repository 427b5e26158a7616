using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Writes the whole Down from the history: what Up dropped comes back with its type, nullability, default, keys and indexes, in the right order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteDownFix))]
[Shared]
public sealed class WriteDownFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0101", "MIG0103", "MIG0104", "MIG0105", "MIG0106", "MIG0107", "MIG0108");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await MigrationClass.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } migration
            || DownBody.Of(migration) is not { } statements)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create("Write Down from the history", cancel => WriteAsync(context.Document, migration.Declaration, statements, cancel), nameof(WriteDownFix)),
            context.Diagnostics);
    }

    /// <summary>The document with a class's Down written as the statements say.</summary>
    internal static async Task<Document> WriteAsync(Document document, ClassDeclarationSyntax declaration, IReadOnlyList<string> statements, CancellationToken cancel)
    {
        var root = (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
        var down = Edits.New(SyntaxFactory.ParseMemberDeclaration($"public override void Down()\n{{\n{string.Join("\n", statements)}\n}}\n")!);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, Changed(declaration, down)));
    }

    private static ClassDeclarationSyntax Changed(ClassDeclarationSyntax declaration, MemberDeclarationSyntax down)
    {
        if (declaration.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.Text == "Down" && m.ParameterList.Parameters.Count == 0) is { } written)
        {
            return declaration.ReplaceNode(written, down.WithLeadingTrivia(written.GetLeadingTrivia()).WithTrailingTrivia(written.GetTrailingTrivia()));
        }

        // FluentMigrator seals the Down that it derives: a class that writes its own is a plain migration.
        var up = declaration.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.Text == "Up");
        var at = up is null ? declaration.Members.Count : declaration.Members.IndexOf(up) + 1;
        var changed = declaration.WithMembers(declaration.Members.Insert(at, down.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed, SyntaxFactory.ElasticCarriageReturnLineFeed)));
        var derived = changed.BaseList?.DescendantNodes().OfType<SimpleNameSyntax>().FirstOrDefault(n => n.Identifier.Text == "AutoReversingMigration");
        return derived is null ? changed : changed.ReplaceNode(derived, SyntaxFactory.IdentifierName("Migration").WithTriviaFrom(derived));
    }
}
