using System.Data.Common;

namespace Migrations.Build.Runner.Databases;

/// <summary>A column of a live table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The text of its default; null where it has none.</param>
/// <param name="InKey">Whether it belongs to the primary key.</param>
internal sealed record TableColumn(string Name, string? Default, bool InKey)
{
    /// <summary>Reads the columns that a query gives.</summary>
    public static IReadOnlyList<TableColumn> Read(DbCommand command)
    {
        var columns = new List<TableColumn>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            columns.Add(new(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetInt64(2) > 0));
        }

        return columns;
    }
}
