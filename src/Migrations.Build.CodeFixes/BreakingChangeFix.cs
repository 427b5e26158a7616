using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Lets a migration's attribute say whether it breaks running applications, as its steps do or do not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BreakingChangeFix))]
[Shared]
public sealed class BreakingChangeFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0513");

    private protected override Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var attribute = MigrationAttribute.Of(place.Class);
        var said = attribute?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == "BreakingChange");
        return Task.FromResult<IReadOnlyList<(string, SyntaxNode)>>(attribute?.ArgumentList is not { } list ? []
            : place.Value(1).Length == 0
                ? said is null ? [] : [("Leave out 'BreakingChange'", place.Root.ReplaceNode(list, list.WithArguments(list.Arguments.Remove(said))))]
                : [("Say 'BreakingChange = true'", place.Root.ReplaceNode(list, said is null ? list.AddArguments(Breaking) : list.ReplaceNode(said, Breaking)))]);
    }

    private static AttributeArgumentSyntax Breaking => Edits.New(SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals("BreakingChange"), null, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)));
}
