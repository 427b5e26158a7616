using System.Text;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Catalogs;

/// <summary>Brings the text of a statement into a form that does not depend on spaces, letter case, comments or how names are quoted.</summary>
internal static class SqlForm
{
    public static string Of(string sql)
    {
        var form = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length;)
        {
            var end = End(sql, at);
            var token = sql[at..end];
            at = end;
            if (char.IsWhiteSpace(token[0]) || token.StartsWith("--", StringComparison.Ordinal) || token.StartsWith("/*", StringComparison.Ordinal))
            {
                continue;
            }

            form.Append(form.Length > 0 ? " " : "").Append(token[0] switch
            {
                '\'' => token,
                '"' or '`' or '[' => AsciiComparer.Upper(token[1..^1]),
                _ => AsciiComparer.Upper(token),
            });
        }

        return form.Replace(" IF NOT EXISTS", "").ToString();
    }

    private static int End(string sql, int at)
    {
        var c = sql[at];
        if (c is '\'' or '"' or '`' or '[')
        {
            return Quoted(sql, at, c == '[' ? ']' : c);
        }

        if (c == '-' && Next(sql, at) == '-')
        {
            return After(sql, at, "\n");
        }

        if (c == '/' && Next(sql, at) == '*')
        {
            return After(sql, at, "*/");
        }

        var end = at + 1;
        for (var kind = Kind(c); kind > 0 && end < sql.Length && Kind(sql[end]) == kind; end++)
        {
        }

        return end;
    }

    private static int Quoted(string sql, int at, char close)
    {
        for (var end = at + 1; end < sql.Length; end++)
        {
            if (sql[end] == close)
            {
                if (Next(sql, end) != close || close == ']')
                {
                    return end + 1;
                }

                end++;
            }
        }

        return sql.Length;
    }

    private static int After(string sql, int at, string mark) => sql.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : sql.Length;

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    private static int Kind(char c) => char.IsWhiteSpace(c) ? 1 : char.IsLetterOrDigit(c) || c is '_' or '$' or '.' ? 2 : 0;
}
