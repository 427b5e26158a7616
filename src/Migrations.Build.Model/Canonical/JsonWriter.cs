using System.Globalization;
using System.Text;

namespace Migrations.Build.Model.Canonical;

/// <summary>Writes JSON so that equal trees give equal bytes on every platform: order kept, <c>\n</c> for lines, one way to escape.</summary>
public static class JsonWriter
{
    /// <summary>The value without any white space; this is what is hashed.</summary>
    public static string Compact(Json value)
    {
        var text = new StringBuilder();
        Write(value, text, -1);
        return text.ToString();
    }

    /// <summary>The value as people read it, two spaces a level, with a line feed at the end.</summary>
    public static string Indented(Json value)
    {
        var text = new StringBuilder();
        Write(value, text, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(Json value, StringBuilder text, int level)
    {
        switch (value.Kind)
        {
            case JsonKind.Null:
                text.Append("null");
                break;
            case JsonKind.Boolean:
            case JsonKind.Number:
                text.Append(value.Text);
                break;
            case JsonKind.String:
                Quote(value.Text, text);
                break;
            case JsonKind.Array:
                Between('[', ']', value.Elements, (element, inner) => Write(element, text, inner), text, level);
                break;
            case JsonKind.Object:
                Between('{', '}', value.Members, (member, inner) => Member(member, text, inner), text, level);
                break;
        }
    }

    private static void Member(KeyValuePair<string, Json> member, StringBuilder text, int level)
    {
        Quote(member.Key, text);
        text.Append(level < 0 ? ":" : ": ");
        Write(member.Value, text, level);
    }

    private static void Between<T>(char open, char close, IReadOnlyList<T> parts, Action<T, int> write, StringBuilder text, int level)
    {
        text.Append(open);
        var inner = level < 0 ? level : level + 1;
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Line(text, inner);
            write(parts[i], inner);
        }

        if (parts.Count > 0)
        {
            Line(text, level);
        }

        text.Append(close);
    }

    private static void Line(StringBuilder text, int level)
    {
        if (level >= 0)
        {
            text.Append('\n').Append(' ', level * 2);
        }
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (Escape(value[i]) is { } escaped)
            {
                text.Append(value, start, i - start).Append(escaped);
                start = i + 1;
            }
        }

        text.Append(value, start, value.Length - start).Append('"');
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // A lone surrogate has no UTF-8 form, and a control character no place in a text file.
        < ' ' or '\u007f' or (>= '\ud800' and <= '\udfff') or '\u2028' or '\u2029' or '\ufeff' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
