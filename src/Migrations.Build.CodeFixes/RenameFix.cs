using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.CodeFixes.Editing;
using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.CodeFixes;

/// <summary>Renames a column where one was dropped and its like was added, so that its values stay; Down follows from that.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFix))]
[Shared]
public sealed class RenameFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0208");

    // Which of two alike was meant, a person decides each time.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var place = new FixPlace(context.Document, root, diagnostic);
            if (place.Value(1).Length > 0 && await RenamedAsync(place, context.CancellationToken).ConfigureAwait(false) is { } renamed)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Rename '{FixPlace.LastName(place.Value(0))}' to '{FixPlace.LastName(place.Value(1))}' instead", c => WithDownAsync(context.Document.WithSyntaxRoot(renamed), place.Class!.Identifier.Text, c), nameof(RenameFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<SyntaxNode?> RenamedAsync(FixPlace place, CancellationToken cancel)
    {
        var (old, made) = (FixPlace.LastName(place.Value(0)), FixPlace.LastName(place.Value(1)));
        if (place.Chain?.Whole.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } drop
            || await place.MigrationAsync(cancel).ConfigureAwait(false) is not { } migration
            || place.Steps<DropColumn>(migration).Select(s => s.Operation).FirstOrDefault(o => o.Column == old) is not { } dropped
            || block.Statements.FirstOrDefault(s => Adds(s, made)) is not { } add)
        {
            return null;
        }

        var rename = Edits.Statement(OperationText.Of([new RenameColumn(dropped.Table, old, made)]).Single()).WithLeadingTrivia(drop.GetLeadingTrivia());
        return place.Root.ReplaceNode(block, block.WithStatements(block.Statements.Replace(drop, rename).RemoveAt(block.Statements.IndexOf(add))));
    }

    // The statement must be about that column and nothing else.
    private static bool Adds(StatementSyntax statement, string column) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax expression }
        && CallChain.At(expression, new TextSpan(Last(expression).SpanStart, 0)) is { } chain
        && CallChain.MethodOf(chain.Calls[0]) is "Table" or "Column"
        && chain.Column(column).Count > 0
        && chain.Calls.Count(c => CallChain.MethodOf(c) is "AddColumn" or "Column" or "WithColumn" or "AlterColumn") == 1;

    private static SimpleNameSyntax Last(InvocationExpressionSyntax expression) => ((MemberAccessExpressionSyntax)expression.Expression).Name;

    private static async Task<Document> WithDownAsync(Document document, string name, CancellationToken cancel)
    {
        var root = (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false))!;
        var declaration = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First(c => c.Identifier.Text == name);
        return await MigrationClass.FindAsync(document, declaration.Identifier.Span, cancel).ConfigureAwait(false) is { } migration && DownBody.Of(migration) is { } down
            ? await WriteDownFix.WriteAsync(document, migration.Declaration, down, cancel).ConfigureAwait(false)
            : document;
    }
}
