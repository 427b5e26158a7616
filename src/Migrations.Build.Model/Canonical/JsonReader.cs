namespace Migrations.Build.Model.Canonical;

/// <summary>
/// Reads JSON text strictly, whole or part by part; whatever is wrong with it is a <see cref="FormatException"/> that names the position.
/// </summary>
public sealed partial class JsonReader
{
    // Deeper than anything we write; a hostile text must not exhaust the stack.
    private const int MaximumDepth = 64;
    private readonly string _text;
    private readonly string?[] _known = new string?[61];
    private int _at;

    /// <summary>Stands before the first value of the text.</summary>
    public JsonReader(string text) => _text = text;

    /// <summary>Reads one value and nothing behind it.</summary>
    /// <exception cref="FormatException">The text is no JSON.</exception>
    public static Json Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value();
        reader.End();
        return value;
    }

    /// <summary>Steps over a value.</summary>
    public Json Value() => Value(0);

    /// <summary>Steps over a text.</summary>
    public string Text()
    {
        Space();
        return String();
    }

    /// <summary>Steps over the name of a member, to its value.</summary>
    public string Name()
    {
        var name = Text();
        Space();
        Take(':');
        return name;
    }

    /// <summary>Steps into an array or object; whether there is a part in it.</summary>
    public bool Open(char open, char close)
    {
        Space();
        Take(open);
        Space();
        return !IsClosed(close);
    }

    /// <summary>Steps behind a part; whether another follows.</summary>
    public bool More(char close)
    {
        Space();
        if (IsClosed(close))
        {
            return false;
        }

        Take(',');
        return true;
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public void End()
    {
        Space();
        if (_at < _text.Length)
        {
            throw Wrong("end of text");
        }
    }

    private Json Value(int depth)
    {
        Space();
        if (depth > MaximumDepth)
        {
            throw Wrong("less nesting");
        }

        return Peek() switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => Json.Of(String()),
            't' => Word("true", Json.Of(true)),
            'f' => Word("false", Json.Of(false)),
            'n' => Word("null", Json.Null),
            _ => Number(),
        };
    }

    private Json Object(int depth)
    {
        var members = new List<KeyValuePair<string, Json>>();
        HashSet<string>? names = null;
        for (var more = Open('{', '}'); more; more = More('}'))
        {
            var name = Name();
            if (IsTaken(name, members, ref names))
            {
                throw Wrong("another member name than '" + name + "' again");
            }

            members.Add(new(name, Value(depth + 1)));
        }

        return Json.Object(members);
    }

    // A record has few members, and looking at each is faster than a set; a hostile text may have any number.
    private static bool IsTaken(string name, List<KeyValuePair<string, Json>> members, ref HashSet<string>? names)
    {
        if (members.Count < 24)
        {
            foreach (var member in members)
            {
                if (string.Equals(member.Key, name, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        names ??= new(members.Select(m => m.Key), StringComparer.Ordinal);
        return !names.Add(name);
    }

    private Json Array(int depth)
    {
        var elements = new List<Json>();
        for (var more = Open('[', ']'); more; more = More(']'))
        {
            elements.Add(Value(depth + 1));
        }

        return Json.Array(elements);
    }

    private bool IsClosed(char close)
    {
        if (Peek() != close)
        {
            return false;
        }

        _at++;
        return true;
    }

    private Json Number()
    {
        var start = _at;
        _at += At('-') ? 1 : 0;
        if (At('0'))
        {
            _at++;
        }
        else
        {
            Digits();
        }

        if (At('.'))
        {
            _at++;
            Digits();
        }

        if (At('e') || At('E'))
        {
            _at++;
            _at += At('+') || At('-') ? 1 : 0;
            Digits();
        }

        return Json.Number(_text.Substring(start, _at - start));
    }

    private void Digits()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        if (_at == start)
        {
            throw Wrong("a value");
        }
    }

    private bool At(char c) => _at < _text.Length && _text[_at] == c;

    private Json Word(string word, Json value)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Wrong("a value");
        }

        _at += word.Length;
        return value;
    }

    private void Space()
    {
        var (text, at) = (_text, _at);
        while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t')
        {
            at++;
        }

        _at = at;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw Wrong("more text");

    private void Take(char c)
    {
        if (Peek() != c)
        {
            throw Wrong("'" + c + "'");
        }

        _at++;
    }

    private FormatException Wrong(string wanted) => new(FormattableString.Invariant($"The JSON text is wrong at position {_at}: {wanted} was expected."));
}
