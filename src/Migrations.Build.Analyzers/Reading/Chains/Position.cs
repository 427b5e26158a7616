using Microsoft.CodeAnalysis.Text;

namespace Migrations.Build.Analyzers.Reading.Chains;

/// <summary>A place in a file.</summary>
internal readonly record struct Position(string Path, TextSpan Span);
