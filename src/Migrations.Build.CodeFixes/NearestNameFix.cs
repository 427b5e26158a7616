using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Writes the name of an object that is there for one that is not and differs by little.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestNameFix))]
[Shared]
public sealed class NearestNameFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0701");

    private protected override Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var (wrong, right) = (FixPlace.LastName(place.Value(1)), FixPlace.LastName(place.Value(3)));
        var found = right.Length == 0 ? null : place.Chain?.Whole.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .LastOrDefault(l => l.IsKind(SyntaxKind.StringLiteralExpression) && string.Equals(l.Token.ValueText, wrong, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>(found is null
            ? []
            : [($"Change '{wrong}' to '{right}'", place.Root.ReplaceNode(found, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(right)).WithTriviaFrom(found)))]);
    }
}
