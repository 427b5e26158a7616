namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>How rows are told apart.</summary>
internal static class Keys
{
    public static string Of(RowState row, IEnumerable<string> columns) => string.Join('|', columns.Select(c => row.Cells[c]));

    public static Dictionary<string, RowState> Numbered(IEnumerable<RowState> rows)
    {
        var numbered = new Dictionary<string, RowState>(StringComparer.Ordinal);
        foreach (var alike in rows.GroupBy(All, StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var row in alike)
            {
                numbered.Add(alike.Key + "#" + number++, row);
            }
        }

        return numbered;
    }

    public static string All(RowState row) => string.Join('|', row.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value));
}
