namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// What the text of an object means, whatever way it is written: blanks, comments, case and the quotes of names do not count, and neither do
/// the names of constraints nor the order in which a table lists its columns and constraints.
/// </summary>
internal static class SqliteForm
{
    /// <summary>The parts of the text in their form, each with its words as they are written.</summary>
    public static IReadOnlyList<(string Form, string Text)> Of(string sql)
    {
        var words = WithoutNames(SqlWords.Of(sql).ToArray());
        return words.Length > 1 && words[0].Is("CREATE") && words[1].Is("TABLE") ? [.. Parts(words).Order()] : [Part(words)];
    }

    private static SqlWord[] WithoutNames(SqlWord[] words) =>
        [.. words.Where((w, i) => !w.Is("CONSTRAINT") && !(i > 0 && words[i - 1].Is("CONSTRAINT")))];

    // The name in front is another one after a rename, or quoted; what follows the last parenthesis are the table's options.
    private static IEnumerable<(string Form, string Text)> Parts(SqlWord[] words)
    {
        var (depth, first) = (0, 0);
        for (var at = 0; at < words.Length; at++)
        {
            depth += words[at].Is("(") ? 1 : words[at].Is(")") ? -1 : 0;
            if (depth == 1 && first == 0)
            {
                first = at + 1;
            }
            else if (first > 0 && ((depth == 1 && words[at].Is(",")) || (depth == 0 && words[at].Is(")"))))
            {
                yield return Part(words[first..at]);
                first = at + 1;
                if (depth == 0)
                {
                    foreach (var option in Options(words[first..]))
                    {
                        yield return option;
                    }

                    yield break;
                }
            }
        }
    }

    private static IEnumerable<(string Form, string Text)> Options(SqlWord[] words)
    {
        while (words.Length > 0)
        {
            var end = Array.FindIndex(words, w => w.Is(",")) is >= 0 and var comma ? comma : words.Length;
            yield return Part(words[..end]);
            words = words[Math.Min(end + 1, words.Length)..];
        }
    }

    private static (string Form, string Text) Part(SqlWord[] words) => (string.Join('\n', words.Select(Form)), string.Join(' ', words.Select(Written)));

    private static string Form(SqlWord word) => word.Quote == '\'' ? "'" + word.Text : string.Concat(word.Text.Select(c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c));

    private static string Written(SqlWord word) => word.Quote switch
    {
        '\0' => word.Text,
        '\'' => "'" + word.Text.Replace("'", "''", StringComparison.Ordinal) + "'",
        _ => "\"" + word.Text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
    };
}
