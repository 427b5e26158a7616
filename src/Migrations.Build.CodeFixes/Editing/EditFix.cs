using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Migrations.Build.CodeFixes.Editing;

/// <summary>A fix that changes the file in which the finding stands.</summary>
public abstract class EditFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (title, change) in await OffersAsync(new(context.Document, root, diagnostic), context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(change)), GetType().Name + Kind(title)), diagnostic);
            }
        }
    }

    /// <summary>What the fix offers: what it says in the menu, and the file afterwards.</summary>
    private protected abstract Task<IReadOnlyList<(string Title, SyntaxNode Root)>> OffersAsync(FixPlace place, CancellationToken cancel);

    // What is fixed all at once has one name, whichever objects each of the fixes names.
    private static string Kind(string title) => System.Text.RegularExpressions.Regex.Replace(title, "'[^']*'", "");
}
