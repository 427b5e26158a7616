using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.CodeFixes.Editing;

namespace Migrations.Build.CodeFixes;

/// <summary>Gives a migration whose version another one has the version behind the last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenumberFix))]
[Shared]
public sealed class RenumberFix : EditFix
{
    private static readonly string[] Forms = ["yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMdd"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("MIG1101");

    // Two fixes at once would give two migrations the same version again.
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override async Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel)
    {
        if (MigrationAttribute.Of(place.Class)?.ArgumentList?.Arguments is not [{ Expression: LiteralExpressionSyntax version }, ..]
            || await place.MigrationAsync(cancel).ConfigureAwait(false) is not { } migration)
        {
            return [];
        }

        var next = Next(migration.Versions.Max()).ToString(CultureInfo.InvariantCulture);
        var literal = SyntaxFactory.ParseExpression(next.Length > 9 ? next + "L" : next).WithTriviaFrom(version);
        return [($"Give it the version '{next}'", place.Root.ReplaceNode(version, literal))];
    }

    private static long Next(long last)
    {
        var text = last.ToString(CultureInfo.InvariantCulture);
        var form = Array.Find(Forms, f => f.Length == text.Length);
        return form is not null && DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? long.Parse((form.Length switch { 14 => time.AddSeconds(1), 12 => time.AddMinutes(1), _ => time.AddDays(1) }).ToString(form, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : last + 1;
    }
}
