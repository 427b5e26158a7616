using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Compares the rows of a table after the second Up with those after the first.</summary>
internal static class SecondRows
{
    public static IEnumerable<string> Compare(RowSet? first, RowSet second, LiveTable? table, bool loosely)
    {
        if (first is null)
        {
            yield break;
        }

        if (loosely)
        {
            if (first.Rows.Count != second.Rows.Count)
            {
                yield return $"table '{second.Table}' has {Faults.Count(second.Rows.Count)} instead of {Faults.Count(first.Rows.Count)}";
            }

            yield break;
        }

        var difference = RowComparer.Compare(first, second);
        if (difference.None || RowComparer.Compare(first, second, Counted(table)).None)
        {
            yield break;
        }

        foreach (var (count, what) in new[] { (difference.Missing.Count, "missing"), (difference.Extra.Count, "left over"), (difference.Changed.Count, "different") })
        {
            if (count > 0)
            {
                yield return $"{Faults.Count(count)} of table '{second.Table}' {(count == 1 ? "is" : "are")} {what}";
            }
        }
    }

    // A database that numbers rows gives other numbers the second time; so do the columns that refer to them.
    private static HashSet<string> Counted(LiveTable? table)
    {
        var columns = table?.ForeignKeys.SelectMany(f => f.Columns).ToHashSet(AsciiComparer.IgnoreCase) ?? [];
        if (table?.NumberKey is { } key)
        {
            columns.Add(key.Name);
        }

        return columns;
    }
}
