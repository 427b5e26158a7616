namespace Migrations.Build.Verification.Chains;

/// <summary>Finds names in texts.</summary>
internal static class Words
{
    /// <summary>Whether a text has the name as a word: the name of one table may be the beginning of another's.</summary>
    public static bool Contains(string text, string name)
    {
        for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, at + 1))
        {
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(string text, string name, int from) => name.Length == 0 ? -1 : text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_');
}
