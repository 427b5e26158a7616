using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Migrations.Build.CodeFixes.Editing;
using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.CodeFixes;

/// <summary>Says again in the alteration of a column what the column has by history and would lose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RestateFix))]
[Shared]
public sealed class RestateFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG0303");

    private protected override async Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        var name = FixPlace.LastName(place.Value(0));
        if (place.Chain is not { } chain || chain.Column(name) is not { Count: > 0 } calls || await place.MigrationAsync(cancel).ConfigureAwait(false) is not { } migration)
        {
            return [];
        }

        foreach (var (step, altered) in place.Steps<AlterColumn>(migration).Where(s => s.Operation.Column.Name == name))
        {
            if (step.Before.Tables.Find(altered.Table)?.FindColumn(name, step.Before.Dialect) is { } was && Call(place.Value(1), was) is { } call)
            {
                return [($"Say '{call}' again", place.Root.ReplaceNode(chain.Whole, Edits.Append(chain, calls[calls.Count - 1], call)))];
            }
        }

        return [];
    }

    private static string? Call(string what, Column was)
    {
        try
        {
            return what switch
            {
                "nullability" => was.Nullable == false ? ".NotNullable()" : ".Nullable()",
                "identity" => ".Identity()",
                "default" when was.Default is { } value => value.Kind == ValueKind.System ? $".WithDefault({Literal.Of(value)})" : $".WithDefaultValue({Literal.Of(value)})",
                "description" when was.Description is { } description => $".WithColumnDescription({Literal.Of(description)})",
                _ => null,
            };
        }
        catch (UnwritableException)
        {
            return null;
        }
    }
}
