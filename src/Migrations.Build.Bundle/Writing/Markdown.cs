using System.Text;

namespace Migrations.Build.Bundle.Writing;

/// <summary>Puts text from outside into Markdown so that it shows as it is.</summary>
internal static class Markdown
{
    private const string Special = "\\`*[]<>|~&";

    /// <summary>The text on one line, with everything escaped that Markdown or HTML would take for markup.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i], StringComparison.Ordinal) || (text[i] == '_' && !IsInsideWord(text, i)))
            {
                escaped.Append('\\');
            }
            escaped.Append(char.IsControl(text[i]) ? ' ' : text[i]);
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

    // There an underscore emphasizes nothing, and names are full of them.
    private static bool IsInsideWord(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
