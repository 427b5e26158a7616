using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Migrations.Build.CodeFixes.Editing;

/// <summary>The calls of a fluent chain, the first one first.</summary>
internal sealed class CallChain
{
    private CallChain(ExpressionSyntax whole, IReadOnlyList<InvocationExpressionSyntax> calls) => (Whole, Calls) = (whole, calls);

    /// <summary>The whole chain.</summary>
    public ExpressionSyntax Whole { get; }

    /// <summary>Its calls.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Calls { get; }

    /// <summary>The chain in which a place stands; null where there is none.</summary>
    public static CallChain? At(SyntaxNode root, TextSpan span)
    {
        if (root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { } found)
        {
            return null;
        }

        ExpressionSyntax whole = found;
        while ((whole.Parent is MemberAccessExpressionSyntax access && access.Expression == whole) || (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        var calls = new List<InvocationExpressionSyntax>();
        for (ExpressionSyntax? at = whole; at is not null; at = Inner(at))
        {
            if (at is InvocationExpressionSyntax call)
            {
                calls.Insert(0, call);
            }
        }

        return calls.Count == 0 ? null : new(whole, calls);
    }

    /// <summary>The calls about one column: from the one that names it to the one before the next column's.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Column(string name)
    {
        var first = Index(c => Begins(c) && FirstText(c) == name);
        return first < 0 ? [] : [Calls[first], .. Calls.Skip(first + 1).TakeWhile(c => !Begins(c))];
    }

    /// <summary>The name of a call's method.</summary>
    public static string MethodOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private int Index(Func<InvocationExpressionSyntax, bool> matches)
    {
        for (var i = 0; i < Calls.Count; i++)
        {
            if (matches(Calls[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static ExpressionSyntax? Inner(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => call.Expression,
        MemberAccessExpressionSyntax access => access.Expression,
        _ => null,
    };

    private static bool Begins(InvocationExpressionSyntax call) => MethodOf(call) is "WithColumn" or "AddColumn" or "AlterColumn" or "Column";

    private static string? FirstText(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal ? literal.Token.ValueText : null;
}
