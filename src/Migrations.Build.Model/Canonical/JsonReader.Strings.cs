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
            return _text.Substring(start, _at - 1 - start);
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
