using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Lets the server make a value that was taken from the clock or from chance while the migration was read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServerValueFix))]
[Shared]
public sealed class ServerValueFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0313");

    private protected override Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var taken = place.Chain?.Whole.DescendantNodes().OfType<ExpressionSyntax>().Select(e => (Expression: e, Made: Made(e))).Where(e => e.Made is not null).ToArray() ?? [];
        if (taken.Length == 0)
        {
            return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>([]);
        }

        var whole = place.Chain!.Whole.ReplaceNodes(taken.Select(t => t.Expression), (old, _) => SyntaxFactory.ParseExpression("SystemMethods." + Made(old)).WithTriviaFrom(old));
        whole = whole.ReplaceNodes(
            whole.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.Text == "WithDefaultValue" && n.Parent?.Parent is InvocationExpressionSyntax call && IsMade(call)),
            (old, _) => SyntaxFactory.IdentifierName("WithDefault").WithTriviaFrom(old));
        return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>([($"Let the server make it: 'SystemMethods.{taken[0].Made}'", place.Root.ReplaceNode(place.Chain.Whole, whole))]);
    }

    private static bool IsMade(InvocationExpressionSyntax call) => call.ArgumentList.Arguments.Any(a => a.Expression.ToString().StartsWith("SystemMethods.", StringComparison.Ordinal));

    private static string? Made(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax or InvocationExpressionSyntax
        ? expression.ToString() switch
        {
            "DateTime.Now" or "System.DateTime.Now" => "CurrentDateTime",
            "DateTime.UtcNow" or "System.DateTime.UtcNow" => "CurrentUTCDateTime",
            "DateTimeOffset.Now" or "DateTimeOffset.UtcNow" or "System.DateTimeOffset.Now" or "System.DateTimeOffset.UtcNow" => "CurrentDateTimeOffset",
            "Guid.NewGuid()" or "System.Guid.NewGuid()" => "NewGuid",
            _ => null,
        }
        : null;
}
