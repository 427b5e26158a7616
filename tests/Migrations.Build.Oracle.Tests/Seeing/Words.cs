using System.Text.RegularExpressions;

namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>SQL as words: without the quotes of names, comments and white space, which no engine reads.</summary>
internal static partial class Words
{
    public static string Of(string sql) => string.Join(' ', Word().Matches(Comment().Replace(sql, " ")).Select(m => m.Value.StartsWith('\'') ? m.Value : m.Value.Trim('"', '`', '[', ']').ToLowerInvariant()));

    /// <summary>What of an index's text comes after the table's name.</summary>
    public static string AfterTable(string sql) => Of(sql) is var words && words.IndexOf('(', StringComparison.Ordinal) is var at and >= 0 ? words[at..] : "";

    [GeneratedRegex("--[^\n]*|/\\*.*?\\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\\[[^\\]]*\\]|\\w+|[^\\s\\w]")]
    private static partial Regex Word();
}
