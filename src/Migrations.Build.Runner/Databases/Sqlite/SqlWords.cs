namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Takes SQL text apart as SQLite does.</summary>
internal static class SqlWords
{
    /// <summary>The words, names, texts and signs of a statement, without comments.</summary>
    public static IEnumerable<SqlWord> Of(string sql)
    {
        for (var at = Skip(sql, 0); at < sql.Length;)
        {
            var end = End(sql, at);
            yield return new(Unquote(sql[at..end]), sql[at] is '"' or '`' or '\'' or '[' ? sql[at] : '\0', at, end);
            at = Skip(sql, end);
        }
    }

    private static int End(string sql, int at)
    {
        var close = sql[at] switch { '"' => '"', '`' => '`', '\'' => '\'', '[' => ']', _ => '\0' };
        var end = at + 1;
        if (close == '\0')
        {
            for (; IsWord(sql[at]) && end < sql.Length && IsWord(sql[end]); end++)
            {
            }

            return end;
        }

        for (; end < sql.Length; end++)
        {
            if (sql[end] != close)
            {
                continue;
            }

            if (close == ']' || end + 1 == sql.Length || sql[end + 1] != close)
            {
                return end + 1;
            }

            end++;
        }

        return end;
    }

    private static string Unquote(string word) => word[0] switch
    {
        '[' when word.Length > 1 => word[1..^1],
        '"' or '`' or '\'' when word.Length > 1 => word[1..^1].Replace(new string(word[0], 2), word[..1], StringComparison.Ordinal),
        _ => word,
    };

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    private static int Skip(string sql, int at)
    {
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]) || sql[at] is ';' or '\uFEFF')
            {
                at++;
            }
            else if (sql.AsSpan(at).StartsWith("--"))
            {
                at = sql.IndexOf('\n', at) is >= 0 and var line ? line + 1 : sql.Length;
            }
            else if (sql.AsSpan(at).StartsWith("/*"))
            {
                at = sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : sql.Length;
            }
            else
            {
                return at;
            }
        }

        return at;
    }
}
