using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>States whether an added column takes nulls: one of two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StateNullabilityFix))]
[Shared]
public sealed class StateNullabilityFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0302");

    private protected override Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var column = FixPlace.LastName(place.Value(0));
        return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>(place.Chain is { } chain && chain.Column(column) is { Count: > 0 } calls
            ? [($"Let '{column}' take nulls", With(place, chain, calls, true)), ($"Make '{column}' NOT NULL", With(place, chain, calls, false))]
            : []);
    }

    private static SyntaxNode With(FixPlace place, CallChain chain, IReadOnlyList<Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax> calls, bool nullable) =>
        place.Root.ReplaceNode(chain.Whole, Edits.WithNullability(chain, calls, nullable));
}
