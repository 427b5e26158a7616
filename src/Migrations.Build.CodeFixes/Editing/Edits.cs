using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Migrations.Build.CodeFixes.Editing;

/// <summary>Changes of a file's tree; what is new is formatted when the change is made.</summary>
internal static class Edits
{
    /// <summary>The text as a statement.</summary>
    public static StatementSyntax Statement(string text) => New(SyntaxFactory.ParseStatement(text));

    /// <summary>The root with statements around the one that a chain is; null where the chain is no statement of its own.</summary>
    /// <param name="root">The file.</param>
    /// <param name="whole">The chain.</param>
    /// <param name="changed">What takes its place.</param>
    /// <param name="before">Statements before it.</param>
    /// <param name="after">Statements behind it.</param>
    public static SyntaxNode? Surround(SyntaxNode root, ExpressionSyntax whole, ExpressionSyntax changed, IEnumerable<string> before, IEnumerable<string> after)
    {
        StatementSyntax[] Around(StatementSyntax statement) => [.. before.Select(Statement), statement, .. after.Select(Statement)];
        switch (whole.Parent)
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax block } statement:
                var all = Around(statement.WithExpression(changed).WithLeadingTrivia(SyntaxFactory.ElasticMarker));
                all[0] = all[0].WithLeadingTrivia(statement.GetLeadingTrivia());
                return root.ReplaceNode(block, block.WithStatements(block.Statements.ReplaceRange(statement, all)));
            case ExpressionStatementSyntax statement:
                return root.ReplaceNode(statement, New(SyntaxFactory.Block(Around(statement.WithExpression(changed).WithoutTrivia()))));
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }:
                var body = New(SyntaxFactory.Block(Around(SyntaxFactory.ExpressionStatement(changed.WithoutTrivia()))));
                return root.ReplaceNode(method, method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body).WithTrailingTrivia(method.GetTrailingTrivia()));
            default:
                return null;
        }
    }

    /// <summary>The chain with one more call behind a call of it.</summary>
    public static ExpressionSyntax Append(CallChain chain, InvocationExpressionSyntax behind, string call) =>
        chain.Whole.ReplaceNode(behind, SyntaxFactory.ParseExpression(behind.WithoutTrailingTrivia().ToFullString() + call).WithTrailingTrivia(behind.GetTrailingTrivia()));

    /// <summary>The chain in which a column is said to take nulls or not.</summary>
    public static ExpressionSyntax WithNullability(CallChain chain, IReadOnlyList<InvocationExpressionSyntax> column, bool nullable)
    {
        var word = nullable ? "Nullable" : "NotNullable";
        var said = column.LastOrDefault(c => CallChain.MethodOf(c) is "Nullable" or "NotNullable");
        return said?.Expression is MemberAccessExpressionSyntax access
            ? chain.Whole.ReplaceNode(access.Name, SyntaxFactory.IdentifierName(word).WithTriviaFrom(access.Name))
            : Append(chain, column[column.Count - 1], $".{word}()");
    }

    /// <summary>A node to be formatted, and its names to be shortened.</summary>
    public static T New<T>(T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
