using System.Text;
using System.Text.RegularExpressions;

namespace Migrations.Build.Builder.Reporting;

/// <summary>A section's header in an <c>.editorconfig</c> file: <c>*</c>, <c>**</c>, <c>?</c>, <c>[set]</c>, <c>{a,b}</c> and <c>{1..9}</c>.</summary>
internal static class Glob
{
    /// <summary>The pattern for full paths with slashes, of a header in a file of the given folder.</summary>
    public static Regex Pattern(string header, string folder)
    {
        // A header with a slash is about paths from the file's folder; one without is about names in any folder below it.
        var body = Body(header.TrimStart('/'));
        var between = header.Contains('/', StringComparison.Ordinal) ? "/" : "/(.*/)?";
        return new("^" + Regex.Escape(folder.Replace('\\', '/').TrimEnd('/')) + between + body + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static string Body(string glob)
    {
        var pattern = new StringBuilder();
        var depth = 0;
        for (var at = 0; at < glob.Length; at++)
        {
            pattern.Append(glob[at] switch
            {
                '*' when glob.AsSpan(at).StartsWith("**/") => Skip(ref at, 2, "(.*/)?"),
                '*' when glob.AsSpan(at).StartsWith("**") => Skip(ref at, 1, ".*"),
                '*' => "[^/]*",
                '?' => "[^/]",
                '[' when glob.IndexOf(']', at) is > 0 and var end => Skip(ref at, end - at, Set(glob[(at + 1)..end])),
                '{' when glob.IndexOf('}', at) > 0 => Open(ref depth),
                '}' when depth > 0 => Close(ref depth),
                ',' when depth > 0 => "|",
                '\\' when at + 1 < glob.Length => Regex.Escape(glob[++at].ToString()),
                var c => Regex.Escape(c.ToString()),
            });
        }

        return pattern.ToString();
    }

    private static string Set(string set) => "[" + (set.StartsWith('!') ? "^" + set[1..] : set).Replace("\\", "\\\\", StringComparison.Ordinal) + "]";

    private static string Skip(ref int at, int count, string pattern)
    {
        at += count;
        return pattern;
    }

    private static string Open(ref int depth)
    {
        depth++;
        return "(";
    }

    private static string Close(ref int depth)
    {
        depth--;
        return ")";
    }
}
