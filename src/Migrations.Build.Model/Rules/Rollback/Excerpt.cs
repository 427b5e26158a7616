namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>Two long texts where they begin to differ, so that a message stays one.</summary>
internal static class Excerpt
{
    private const int Most = 100;
    private const int Lead = 20;

    /// <summary>The texts, cut alike where they are long.</summary>
    public static (string One, string Other) Of(string one, string other)
    {
        if (one.Length <= Most && other.Length <= Most)
        {
            return (one, other);
        }

        var same = 0;
        while (same < one.Length && same < other.Length && one[same] == other[same])
        {
            same++;
        }

        var start = one.Length == 0 || other.Length == 0 ? 0 : Math.Max(0, same - Lead);
        return (Cut(one, start), Cut(other, start));
    }

    private static string Cut(string text, int start)
    {
        var length = Math.Min(Most, Math.Max(0, text.Length - start));
        return length == 0 ? text.Length == 0 ? "" : "…"
            : (start > 0 ? "…" : "") + text.Substring(start, length) + (start + length < text.Length ? "…" : "");
    }
}
