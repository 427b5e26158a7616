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
        var (missing, extra, both) = (new List<int>(), new List<int>(), Math.Min(before.Rows.Count, now.Rows.Count));
        for (var i = 0; i < both; i++)
        {
            if (!RowPool.Same(before.Rows.Cells(i), was, now.Rows.Cells(i), isNow))
            {
                missing.Add(i);
                extra.Add(i);
            }
        }

        missing.AddRange(Enumerable.Range(both, before.Rows.Count - both));
        extra.AddRange(Enumerable.Range(both, now.Rows.Count - both));
        var left = new RowPool(now.Rows, extra, isNow);
        missing.RemoveAll(i => left.Take(before.Rows.Cells(i), was));
        return Pair(before.Table, missing.ConvertAll(i => before.Rows[i]), left.Rest.Select(i => now.Rows[i]));
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
}
