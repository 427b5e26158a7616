using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Migrations.Build.Analyzers.Reading.Migrations;

/// <summary>Reads the summaries above classes from the text: a project that writes no documentation file has no documentation comments, only comments.</summary>
internal static class Summaries
{
    private static readonly Regex Summary = new("<summary>(.*?)</summary>", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    private static readonly Regex Marks = new("^\\s*(///|\\*)?|<[^>]*>", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The summary above a class, or above one of its parts; empty where there is none.</summary>
    public static string Of(INamedTypeSymbol type, CancellationToken cancel) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax(cancel).GetLeadingTrivia())
        .Select(Of)
        .FirstOrDefault(s => s.Length > 0) ?? "";

    private static string Of(SyntaxTriviaList above)
    {
        var text = string.Concat(above.Select(t => t.ToFullString()).Where(IsDocumentation).Select(t => t + "\n"));
        var words = Marks.Replace(Summary.Match(text).Groups[1].Value, "").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(" ", words);
    }

    private static bool IsDocumentation(string trivia) =>
        trivia.TrimStart().StartsWith("///", StringComparison.Ordinal) || trivia.TrimStart().StartsWith("/**", StringComparison.Ordinal);
}
