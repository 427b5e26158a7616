using System.Text;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Puts text from outside into Markdown so that it shows as it is.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_{}[]<>#|~!&";

    /// <summary>The text on one line, with everything escaped that Markdown or HTML would take for markup.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }
            escaped.Append(char.IsControl(c) ? ' ' : c);
        }
        return escaped.ToString();
    }

    /// <summary>The text as code on one line; the fence is longer than any run of backticks inside.</summary>
    public static string Code(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        var (run, longest) = (0, 0);
        foreach (var c in line)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        var fence = new string('`', longest + 1);
        var space = longest > 0 || line.StartsWith(' ') ? " " : "";
        return fence + space + line + space + fence;
    }
}
