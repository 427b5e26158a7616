using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Removes an acceptance that silences nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAcceptFix))]
[Shared]
public sealed class RemoveAcceptFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG1205");

    private protected override Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var rule = place.Value(1);
        var unused = place.Class?.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => MigrationAttribute.Name(a.Name) is "Accept" or "AcceptAttribute"
            && a.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax id && string.Equals(id.Token.ValueText, rule, StringComparison.OrdinalIgnoreCase));
        var node = unused?.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? (SyntaxNode)list : unused;
        return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>(node is null ? [] : [($"Remove '[Accept(\"{rule}\")]'", place.Root.RemoveNode(node, SyntaxRemoveOptions.KeepLeadingTrivia)!)]);
    }
}
