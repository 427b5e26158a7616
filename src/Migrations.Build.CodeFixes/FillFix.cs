using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Migrations.Build.CodeFixes.Editing;
using Migrations.Build.CodeFixes.Writing;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using TypeKind = Migrations.Build.Model.Operations.TypeKind;

namespace Migrations.Build.CodeFixes;

/// <summary>
/// Gives existing rows a value before their column is made NOT NULL: a required column is added as nullable, filled and tightened; one that is only
/// tightened is filled first. The value is the type's zero, for a person to look at.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FillFix))]
[Shared]
public sealed class FillFix : EditFix
{
    private const string AddRequiredColumn = "MIG0301";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(AddRequiredColumn, "MIG0304");

    private protected override async Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        if (place.Chain is not { } chain || await place.MigrationAsync(cancel).ConfigureAwait(false) is not { } migration)
        {
            return [];
        }

        var name = FixPlace.LastName(place.Value(0));
        try
        {
            return place.Diagnostic.Id == AddRequiredColumn
                ? Split(place, chain, place.Steps<AddColumn>(migration).Select(s => s.Operation).FirstOrDefault(o => o.Column.Name == name))
                : Fill(place, chain, place.Steps<AlterColumn>(migration).Select(s => s.Operation).FirstOrDefault(o => o.Column.Name == name));
        }
        catch (UnwritableException)
        {
            return [];
        }
    }

    private static (string, SyntaxNode)[] Split(FixPlace place, CallChain chain, AddColumn? added)
    {
        if (added is null || Zero(added.Column.Type) is not { } zero || chain.Column(added.Column.Name) is not { Count: > 0 } calls)
        {
            return [];
        }

        var tighten = new AlterColumn(added.Table, added.Column with { Nullable = false });
        var root = Edits.Surround(place.Root, chain.Whole, Edits.WithNullability(chain, calls, nullable: true), [], OperationText.Of([Filled(added.Table, added.Column.Name, zero), tighten]));
        return root is null ? [] : [($"Add '{added.Column.Name}' as nullable, fill it with {Literal.Of(zero)}, and make it NOT NULL", root)];
    }

    private static (string, SyntaxNode)[] Fill(FixPlace place, CallChain chain, AlterColumn? altered)
    {
        if (altered is null || Zero(altered.Column.Type) is not { } zero)
        {
            return [];
        }

        var root = Edits.Surround(place.Root, chain.Whole, chain.Whole, OperationText.Of([Filled(altered.Table, altered.Column.Name, zero)]), []);
        return root is null ? [] : [($"Fill '{altered.Column.Name}' with {Literal.Of(zero)} where it holds null", root)];
    }

    private static UpdateRows Filled(TableName table, string column, Value value) =>
        new(table, Items.Of(new Cell(column, value)), Items.Of(new Cell(column, Value.Null)), false);

    private static Value? Zero(ColumnType type) => type.Kind switch
    {
        TypeKind.String or TypeKind.StringFixedLength or TypeKind.AnsiString or TypeKind.AnsiStringFixedLength => Value.Of(""),
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Byte => Value.Of(0),
        TypeKind.Boolean => Value.Of(false),
        TypeKind.Decimal or TypeKind.Currency => new(ValueKind.Decimal, "0"),
        TypeKind.Double => new(ValueKind.Double, "0"),
        TypeKind.Single => new(ValueKind.Single, "0"),
        TypeKind.Guid => new(ValueKind.Guid, Guid.Empty.ToString()),
        TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 => new(ValueKind.DateTime, "1970-01-01T00:00:00.0000000"),
        _ => null,
    };
}
