using System.Globalization;
using System.Text;

namespace Migrations.Build.Model.Canonical;

/// <content>Reads strings and their escapes.</content>
public sealed partial class JsonReader
{
    private string String()
    {
        Take('"');
        var start = _at;
        Plain();
        if (_at < _text.Length && _text[_at] == '"')
        {
            _at++;
            return Known(start, _at - 1 - start);
        }

        var text = new StringBuilder();
        while (true)
        {
            text.Append(_text, start, _at - start);
            var c = Peek();
            _at++;
            switch (c)
            {
                case '"':
                    return text.ToString();
                case '\\':
                    text.Append(Escape());
                    break;
                default:
                    throw Wrong("an escaped control character");
            }

            start = _at;
            Plain();
        }
    }

    // What is short comes again with every record, the names of its members above all: one string of each is enough.
    private string Known(int start, int length)
    {
        if (length is 0 or > 16)
        {
            return _text.Substring(start, length);
        }

        ref var known = ref _known[((_text[start] * 31) + _text[start + length - 1] + length) % _known.Length];
        if (known?.Length != length || string.CompareOrdinal(_text, start, known, 0, length) != 0)
        {
            known = _text.Substring(start, length);
        }

        return known;
    }

    /// <summary>Steps over what stands for itself in a string.</summary>
    private void Plain()
    {
        var (text, at) = (_text, _at);
        while (at < text.Length && text[at] is not ('"' or '\\' or < ' '))
        {
            at++;
        }

        _at = at;
    }

    private char Escape()
    {
        var c = Peek();
        _at++;
        return c switch
        {
            '"' or '\\' or '/' => c,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'u' => Unicode(),
            _ => throw Wrong("an escape"),
        };
    }

    private char Unicode()
    {
        if (_at + 4 > _text.Length || !int.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Wrong("four hexadecimal digits");
        }

        _at += 4;
        return (char)code;
    }
}
