using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Folding;

namespace Migrations.Build.CodeFixes.Editing;

/// <summary>Where a finding is to be mended, and what it says.</summary>
internal sealed record FixPlace(Document Document, SyntaxNode Root, Diagnostic Diagnostic)
{
    /// <summary>The chain at which the finding points; null where there is none.</summary>
    public CallChain? Chain => CallChain.At(Root, Diagnostic.Location.SourceSpan);

    /// <summary>The class in which it stands.</summary>
    public ClassDeclarationSyntax? Class => Root.FindNode(Diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>();

    /// <summary>A value of the finding; empty where it has none of that number.</summary>
    public string Value(int number) => Diagnostic.Properties.TryGetValue(number.ToString(CultureInfo.InvariantCulture), out var value) ? value ?? "" : "";

    /// <summary>What a finding about a column calls the column itself.</summary>
    public static string LastName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>The class in its place in the history; null where that cannot be told.</summary>
    public Task<MigrationClass?> MigrationAsync(CancellationToken cancel) => MigrationClass.FindAsync(Document, Diagnostic.Location.SourceSpan, cancel);

    /// <summary>The steps of Up at the finding's place that are one kind of operation, with the schema before each, on the project's first database that has any.</summary>
    public IEnumerable<(TracedStep Step, T Operation)> Steps<T>(MigrationClass migration)
        where T : Operation
    {
        var start = Diagnostic.Location.GetLineSpan().StartLinePosition;
        foreach (var pass in migration.Passes)
        {
            var found = pass.UpSteps<T>().Where(s => s.Step.Step.Place is { } place && place.Line == start.Line + 1 && place.Column == start.Character + 1).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }
}
