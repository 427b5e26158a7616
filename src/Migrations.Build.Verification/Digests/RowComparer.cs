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

        // Equal rows are taken out first: a row number means nothing once a table was rebuilt.
        var left = now.Rows.GroupBy(r => Projected(r, isNow)).ToDictionary(g => g.Key, g => new Stack<TableRow>(g.Reverse()));
        var missing = before.Rows.Where(r => !Take(left, Projected(r, was))).ToList();
        return Pair(before.Table, missing, left.Values.SelectMany(s => s));
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

    private static bool Take(Dictionary<UInt128, Stack<TableRow>> rows, UInt128 digest) => rows.TryGetValue(digest, out var same) && same.TryPop(out _);

    private static UInt128 Projected(TableRow row, int[] columns) => RowReader.Combine(Array.ConvertAll(columns, c => row.Cells[c]));
}
