using System.Text.RegularExpressions;

namespace Migrations.Build.Verification.Rounds;

/// <summary>A statement as a message shows it: on one line, not too long, and without the values in it, which may be anybody's.</summary>
internal static partial class ShownStatement
{
    private const int Longest = 160;

    public static string Of(string text)
    {
        var line = Spaces().Replace(Literals().Replace(text, "'…'"), " ").Trim();
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("[xX]?'(?:[^']|'')+'", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();
}
