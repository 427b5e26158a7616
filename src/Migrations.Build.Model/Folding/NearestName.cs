namespace Migrations.Build.Model.Folding;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The most similar of the candidates; null when none is similar enough to be meant.</summary>
    public static string? Of(string wanted, IEnumerable<string> candidates)
    {
        var (best, distance) = (default(string), (Math.Max(wanted.Length, 3) / 3) + 1);
        foreach (var candidate in candidates)
        {
            var d = Distance(wanted, candidate, distance);
            if (d < distance)
            {
                (best, distance) = (candidate, d);
            }
        }

        return best;
    }

    /// <summary>How many letters must be put in, left out or changed, letter case aside; at most <paramref name="limit"/>.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
                best = Math.Min(best, row[j]);
            }

            if (best >= limit)
            {
                return limit;
            }
        }

        return Math.Min(row[b.Length], limit);
    }
}
