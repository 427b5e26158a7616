using System.Text;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Sql;

/// <summary>
/// The line ends of SQL text: those between its parts are the editor's and the checkout's, those inside a literal are data. The body of a
/// routine in PostgreSQL's dollar quotes is text of its own, with parts and literals.
/// </summary>
public static class LineEnds
{
    private static readonly string[] Routines = ["FUNCTION", "PROCEDURE"];
    private static readonly string[] Languages = ["sql", "plpgsql"];

    /// <summary>The text with plain line ends between its parts; literals stay as they are.</summary>
    public static string Plain(string text, DatabaseKind database)
    {
        if (text.IndexOf('\r') < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in Literals(text, database))
        {
            plain.Append(text.Substring(at, start - at).Replace("\r\n", "\n")).Append(text, start, end - start);
            at = end;
        }

        return plain.Append(text.Substring(at).Replace("\r\n", "\n")).ToString();
    }

    /// <summary>The first literal that goes over a line's end, as it stands in the text; null when there is none.</summary>
    public static string? InLiteral(string text, DatabaseKind database) => text.IndexOf('\n') < 0 ? null
        : Literals(text, database).Select(l => text.Substring(l.Start, l.End - l.Start)).FirstOrDefault(l => l.IndexOf('\n') >= 0);

    private static IEnumerable<(int Start, int End)> Literals(string text, DatabaseKind database) =>
        StatementSplitter.Split(text, database, insideBatches: true).SelectMany(s => s.Tokens.SelectMany(t => Literals(s, t, database)));

    private static IEnumerable<(int Start, int End)> Literals(SqlStatement statement, SqlToken token, DatabaseKind database)
    {
        if (token.Kind is not (SqlTokenKind.Text or SqlTokenKind.Name))
        {
            return [];
        }

        if (statement.Source[token.Start] != '$' || !IsBody(statement))
        {
            return [(token.Start, token.End)];
        }

        var inner = statement.Source.IndexOf('$', token.Start + 1) + 1;
        return Literals(token.Text, database).Select(l => (inner + l.Start, inner + l.End));
    }

    // Code in another language may have any literals.
    private static bool IsBody(SqlStatement statement)
    {
        var tokens = statement.Tokens;
        var language = tokens.Zip(tokens.Skip(1), (word, name) => word.Is("LANGUAGE") ? name.Text : null).FirstOrDefault(n => n is not null);
        return (tokens[0].Is("DO") && language is null)
            || ((tokens[0].Is("DO") || (tokens[0].Is("CREATE") && tokens.Take(4).Any(t => t.IsAny(Routines)))) && Languages.Contains(language, StringComparer.OrdinalIgnoreCase));
    }
}
