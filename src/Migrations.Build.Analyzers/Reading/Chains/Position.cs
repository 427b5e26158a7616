using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A place in a file, as the compiler and as a person counts it.</summary>
internal readonly record struct Position(string Path, TextSpan Span, int Line, int Column)
{
    public static Position Of(SyntaxTree tree, TextSpan span)
    {
        var start = tree.GetLineSpan(span).StartLinePosition;
        return new(tree.FilePath, span, start.Line + 1, start.Character + 1);
    }

    public Place ToPlace() => new(Path, Line, Column);
}
