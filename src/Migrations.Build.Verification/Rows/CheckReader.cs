using System.Globalization;
using System.Text.RegularExpressions;
using Migrations.Build.Verification.Catalogs;

namespace Migrations.Build.Verification.Rows;

/// <summary>Reads from the CHECK constraints of a table which values they might be content with.</summary>
internal static partial class CheckReader
{
    /// <summary>The columns that checks name, each with the values that stand in them and their neighbours.</summary>
    public static IReadOnlyList<(LiveColumn Column, IReadOnlyList<object?> Values)> Candidates(LiveTable table)
    {
        var checks = Checks(table.Sql).ToList();
        return
        [
            .. table.Writable
                .Select(c => (Column: c, Texts: checks.Where(t => Names(t, c.Name)).ToList()))
                .Where(c => c.Texts.Count > 0)
                .Select(c => (c.Column, Values(c.Column, c.Texts))),
        ];
    }

    private static IReadOnlyList<object?> Values(LiveColumn column, IEnumerable<string> checks)
    {
        var values = new List<object?>();
        foreach (Match literal in checks.SelectMany(c => Literal().Matches(c)))
        {
            values.AddRange(literal.Value[0] == '\'' ? Around(literal.Value[1..^1].Replace("''", "'", StringComparison.Ordinal)) : Around(double.Parse(literal.Value, CultureInfo.InvariantCulture)));
        }

        values.AddRange([1L, 0L, "a"]);
        return [.. (column.NotNull ? values : values.Append(null)).Distinct()];
    }

    // A pattern is met by itself once its wildcards are letters.
    private static IEnumerable<object?> Around(string text) => [text, text.Replace('%', 'x').Replace('_', 'x').Replace('*', 'x').Replace('?', 'x')];

    // A number may be a bound of the value, or of the length of a text.
    private static IEnumerable<object?> Around(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? [(long)number, (long)number + 1, (long)number - 1, .. number is > 0 and <= 1000 ? [new string('a', (int)number)] : Array.Empty<object?>()]
        : [number, number + 1, number - 1, number / 2];

    private static bool Names(string check, string column) =>
        Regex.IsMatch(check, @"(?<!\w)" + Regex.Escape(column) + @"(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The conditions of the checks in a CREATE TABLE statement.</summary>
    public static IEnumerable<string> Checks(string sql)
    {
        foreach (Match start in Check().Matches(sql))
        {
            var depth = 0;
            for (var at = start.Index + start.Length - 1; at < sql.Length; at++)
            {
                depth += sql[at] == '(' ? 1 : sql[at] == ')' ? -1 : 0;
                if (depth == 0)
                {
                    yield return sql[(start.Index + start.Length)..at];
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\bCHECK\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Check();

    [GeneratedRegex(@"'(?:[^']|'')*'|(?<![\w.""])-?\d+(?:\.\d+)?(?![\w.""])", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
