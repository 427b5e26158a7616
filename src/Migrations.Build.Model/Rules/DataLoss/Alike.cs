using System.Text.RegularExpressions;

namespace Migrations.Build.Model.Rules.DataLoss;

/// <summary>Tells whether two names may be meant for the same thing.</summary>
internal static class Alike
{
    private const int ShortestWord = 3;

    /// <summary>Whether they share a word, or one is the other with something left out.</summary>
    public static bool Names(string one, string other) =>
        Words(one).Intersect(Words(other), StringComparer.OrdinalIgnoreCase).Any() || Contains(one, other) || Contains(other, one);

    private static IEnumerable<string> Words(string name) =>
        Regex.Matches(name, "[A-Z]+(?![a-z])|[A-Z]?[a-z]+").Cast<Match>().Select(m => m.Value).Where(w => w.Length >= ShortestWord);

    private static bool Contains(string name, string part) => part.Length >= ShortestWord && name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
