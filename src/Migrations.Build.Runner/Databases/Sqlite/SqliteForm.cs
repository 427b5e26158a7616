namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// What the text of an object means, whatever way it is written: blanks, comments, case and the quotes of names do not count, and neither do
/// the names of constraints nor the order in which a table lists its columns and constraints, nor a unique constraint over the columns of a unique
/// index: FluentMigrator 8.0.1 writes a unique column as both. A key of one column is the same in the column as behind all columns.
/// </summary>
internal static class SqliteForm
{
    /// <summary>The parts of the text in their form, each with its words as they are written.</summary>
    /// <param name="sql">The text of a table, an index or a trigger.</param>
    /// <param name="uniques">The columns of each unique index on the table.</param>
    public static IReadOnlyList<(string Form, string Text)> Of(string sql, string[][] uniques)
    {
        var words = WithoutNames(SqlWords.Of(sql).ToArray());
        return words.Length > 1 && words[0].Is("CREATE") && words[1].Is("TABLE")
            ? [.. Parts(words).SelectMany(Apart).Select(p => WithoutUniques(p, uniques)).OfType<SqlWord[]>().Select(Part).Order()]
            : [Part(words)];
    }

    /// <summary>The columns, in their form, of a unique index over plain columns and all rows; null where the text makes none.</summary>
    public static string[]? UniqueColumns(string sql)
    {
        var words = SqlWords.Of(sql).ToArray();
        var open = Array.FindIndex(words, w => w.Is("("));
        return words.Length > 2 && words[1].Is("UNIQUE") && words[2].Is("INDEX") && words[^1].Is(")") ? Columns(words[(open + 1)..^1]) : null;
    }

    private static string[]? Columns(SqlWord[] words)
    {
        SqlWord[] plain = [.. words.Where(w => !w.Is("ASC") && !w.Is("DESC"))];
        return plain.Where((w, i) => (i % 2 == 1) != w.Is(",")).Any() ? null : [.. plain.Where((_, i) => i % 2 == 0).Select(Form)];
    }

    private static SqlWord[]? WithoutUniques(SqlWord[] part, string[][] uniques)
    {
        var only = part.Length > 2 && part[0].Is("UNIQUE") && part[1].Is("(") && part[^1].Is(")") ? Columns(part[2..^1]) : null;
        return only is not null && uniques.Any(u => u.ToHashSet().SetEquals(only)) ? null : part;
    }

    // AUTOINCREMENT belongs to the column, and so does DESC: with it a number is no row number.
    private static IEnumerable<SqlWord[]> Apart(SqlWord[] part)
    {
        var (start, end) = part.Length == 0 || IsConstraint(part[0]) ? (-1, -1) : Key(part);
        if (start < 0)
        {
            return [part];
        }

        SqlWord[] kind = [.. part[start..end].TakeWhile(w => !w.Is("ASC") && !w.Is("ON"))];
        return [.. Apart([.. part[..start], .. part[end..]]), [.. kind, Sign("("), part[0], Sign(")"), .. part[start..end].SkipWhile(w => !w.Is("ON"))]];
    }

    private static (int Start, int End) Key(SqlWord[] part)
    {
        for (int at = 1, depth = 0; at < part.Length; at++)
        {
            depth += part[at].Is("(") ? 1 : part[at].Is(")") ? -1 : 0;
            var length = depth > 0 ? 0 : part[at].Is("UNIQUE") ? 1 : part[at].Is("PRIMARY") ? 2 : 0;
            if (length > 0)
            {
                var end = at + length + (Is(part, at + length, "ASC") ? 1 : 0);
                end += Is(part, end, "ON") ? 3 : 0;
                return Is(part, end, "DESC") || Is(part, end, "AUTOINCREMENT") ? (-1, -1) : (at, end);
            }
        }

        return (-1, -1);
    }

    private static bool Is(SqlWord[] words, int at, string word) => at < words.Length && words[at].Is(word);

    private static bool IsConstraint(SqlWord word) => word.Is("PRIMARY") || word.Is("UNIQUE") || word.Is("CHECK") || word.Is("FOREIGN");

    private static SqlWord Sign(string text) => new(text, '\0', 0, 0);

    private static SqlWord[] WithoutNames(SqlWord[] words) =>
        [.. words.Where((w, i) => !w.Is("CONSTRAINT") && !(i > 0 && words[i - 1].Is("CONSTRAINT")))];

    // The name in front is another one after a rename, or quoted; what follows the last parenthesis are the table's options.
    private static IEnumerable<SqlWord[]> Parts(SqlWord[] words)
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
                yield return words[first..at];
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

    private static IEnumerable<SqlWord[]> Options(SqlWord[] words)
    {
        while (words.Length > 0)
        {
            var end = Array.FindIndex(words, w => w.Is(",")) is >= 0 and var comma ? comma : words.Length;
            yield return words[..end];
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
