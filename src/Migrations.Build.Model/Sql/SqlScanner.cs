using System.Text;

namespace Migrations.Build.Model.Sql;

/// <summary>Takes SQL text apart into tokens; what is in comments is no token, what is in quotes is one.</summary>
internal sealed class SqlScanner(string text, Quoting quoting)
{
    private int _at;

    /// <summary>What ends a statement; the client command DELIMITER changes it.</summary>
    public string Delimiter { get; set; } = ";";

    /// <summary>Whether a quote or comment was still open at the end of the text.</summary>
    public bool Broken { get; private set; }

    /// <summary>How far the text was read.</summary>
    public int Position => _at;

    /// <summary>Moves behind the end of the line and returns what was left of it.</summary>
    public string RestOfLine()
    {
        var end = text.IndexOf('\n', _at);
        var rest = text.Substring(_at, (end < 0 ? text.Length : end) - _at);
        _at += rest.Length;
        return rest.Trim();
    }

    /// <summary>The next token; at the end of the text, one of kind <see cref="SqlTokenKind.End"/>.</summary>
    public SqlToken Next()
    {
        Skip();
        var start = _at;
        if (_at >= text.Length)
        {
            return new(SqlTokenKind.End, "", start, start);
        }

        if (At(Delimiter))
        {
            _at += Delimiter.Length;
            return new(SqlTokenKind.Delimiter, Delimiter, start, _at);
        }

        var c = text[_at];
        return quoting.NameQuotes.IndexOf(c) >= 0 ? Quoted(SqlTokenKind.Name, c, false)
            : quoting.TextQuotes.IndexOf(c) >= 0 ? Quoted(SqlTokenKind.Text, c, quoting.Backslash)
            : c == '$' && quoting.Postgres && DollarTag() is { } tag ? Dollar(tag)
            : IsDigit(c) || (c == '.' && IsDigit(Peek(1))) ? Number()
            : IsWord(c) ? Word()
            : Symbol();
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWord(char c) => c is '_' or '@' or '$' or '#' or >= '\u0080' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || IsDigit(c);

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private bool At(string part) => string.CompareOrdinal(text, _at, part, 0, part.Length) == 0;

    private void Skip()
    {
        while (_at < text.Length)
        {
            var dashes = At("--") && (!quoting.MySql || Peek(2) is '\0' or <= ' ');
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\ufeff')
            {
                _at++;
            }
            else if (dashes || (quoting.MySql && text[_at] == '#'))
            {
                RestOfLine();
            }
            else if (At("/*"))
            {
                Comment();
            }
            else if (quoting.MySql && At("*/"))
            {
                _at += 2;
            }
            else
            {
                return;
            }
        }
    }

    private void Comment()
    {
        _at += 2;
        if (quoting.MySql && (Peek(0) == '!' || At("M!")))
        {
            // MySQL executes what is in such a comment: only its marks are passed over.
            _at += Peek(0) == 'M' ? 2 : 1;
            while (IsDigit(Peek(0)))
            {
                _at++;
            }

            return;
        }

        for (var depth = 1; depth > 0; _at++)
        {
            if (_at + 1 >= text.Length)
            {
                (_at, Broken) = (text.Length, true);
                return;
            }

            var (opens, closes) = (quoting.NestedComments && At("/*"), At("*/"));
            depth += opens ? 1 : closes ? -1 : 0;
            _at += opens || closes ? 1 : 0;
        }
    }

    private SqlToken Quoted(SqlTokenKind kind, char open, bool backslash)
    {
        var start = _at++;
        var close = open == '[' ? ']' : open;
        var inner = new StringBuilder();
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == close && Peek(0) != close)
            {
                return new(kind, inner.ToString(), start, _at);
            }

            _at += c == close || (backslash && c == '\\') ? 1 : 0;
            inner.Append(c == '\\' && backslash && _at <= text.Length ? text[_at - 1] : c);
        }

        (_at, Broken) = (text.Length, true);
        return new(kind, inner.ToString(), start, _at);
    }

    private string? DollarTag()
    {
        var end = text.IndexOf('$', _at + 1);
        var tag = end < 0 ? null : text.Substring(_at, end - _at + 1);
        return tag is not null && !IsDigit(tag[1]) && tag.Trim('$').All(c => IsWord(c) && c is not ('@' or '#')) ? tag : null;
    }

    private SqlToken Dollar(string tag)
    {
        var start = _at;
        var end = text.IndexOf(tag, start + tag.Length, StringComparison.Ordinal);
        (_at, Broken) = end < 0 ? (text.Length, true) : (end + tag.Length, Broken);
        return new(SqlTokenKind.Text, text.Substring(start + tag.Length, (end < 0 ? text.Length : end) - start - tag.Length), start, _at);
    }

    private SqlToken Number()
    {
        var start = _at;
        while (IsWord(Peek(0)) || Peek(0) == '.' || (Peek(0) is '+' or '-' && Peek(-1) is 'e' or 'E' && !At(Delimiter)))
        {
            _at++;
        }

        return new(SqlTokenKind.Number, text.Substring(start, _at - start), start, _at);
    }

    private SqlToken Word()
    {
        var start = _at;
        while (_at < text.Length && IsWord(text[_at]) && !At(Delimiter) && !(quoting.MySql && text[_at] == '#'))
        {
            _at++;
        }

        var word = text.Substring(start, _at - start);
        return quoting.Postgres && Peek(0) == '\'' && word is "E" or "e"
            ? Quoted(SqlTokenKind.Text, '\'', true) with { Start = start }
            : new(SqlTokenKind.Word, word, start, _at);
    }

    private SqlToken Symbol()
    {
        _at++;
        return new(SqlTokenKind.Symbol, text.Substring(_at - 1, 1), _at - 1, _at);
    }
}
