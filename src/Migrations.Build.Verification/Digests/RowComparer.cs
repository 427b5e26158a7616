namespace Migrations.Build.Verification.Digests;

/// <summary>Compares the rows of a table at two moments, column by column name.</summary>
internal static class RowComparer
{
    /// <summary>How <paramref name="now"/> differs from <paramref name="before"/> in the columns that both have and <paramref name="skip"/> does not name.</summary>
    public static RowDifference Compare(RowSet before, RowSet now, IReadOnlySet<string>? skip = null)
    {
        var columns = Enumerable.Range(0, before.Columns.Count)
            .Select(i => (Was: i, Is: now.IndexOf(before.Columns[i])))
            .Where(c => c.Is >= 0 && skip?.Contains(before.Columns[c.Was]) != true)
            .ToArray();
        var (was, isNow) = (Array.ConvertAll(columns, c => c.Was), Array.ConvertAll(columns, c => c.Is));

        // What is equal goes first: a row number means nothing once a table was rebuilt. Most rows are where they were.
        var (missing, extra) = (new List<TableRow>(), new List<TableRow>());
        for (var i = 0; i < Math.Max(before.Rows.Count, now.Rows.Count); i++)
        {
            if (i >= before.Rows.Count)
            {
                extra.Add(now.Rows[i]);
            }
            else if (i >= now.Rows.Count)
            {
                missing.Add(before.Rows[i]);
            }
            else if (!Same(before.Rows[i].Cells, was, now.Rows[i].Cells, isNow))
            {
                missing.Add(before.Rows[i]);
                extra.Add(now.Rows[i]);
            }
        }

        var left = new RowPool(extra, isNow);
        missing.RemoveAll(r => left.Take(RowReader.Combine(r.Cells, was)));
        return Pair(before.Table, missing, left.Rest);
    }

    private static RowDifference Pair(string table, List<TableRow> missing, IEnumerable<TableRow> extra)
    {
        var byId = extra.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => new Queue<TableRow>(g));
        var changed = new List<(TableRow, TableRow)>();
        var gone = new List<TableRow>();
        foreach (var row in missing)
        {
            if (byId.TryGetValue(row.Id, out var same) && same.TryDequeue(out var other))
            {
                changed.Add((row, other));
            }
            else
            {
                gone.Add(row);
            }
        }

        return new(table) { Missing = gone, Extra = [.. byId.Values.SelectMany(q => q)], Changed = changed };
    }

    private static bool Same(ReadOnlySpan<UInt128> before, int[] was, ReadOnlySpan<UInt128> now, int[] isNow)
    {
        for (var i = 0; i < was.Length; i++)
        {
            if (before[was[i]] != now[isNow[i]])
            {
                return false;
            }
        }

        return true;
    }
}
