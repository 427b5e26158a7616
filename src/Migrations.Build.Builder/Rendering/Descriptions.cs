using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering;

/// <summary>
/// Descriptions, apart from the operations that carry them: FluentMigrator 8.0.1 puts "Description:" before each column's text,
/// uses the machine's line ends between several, and joins their statements with those of the table.
/// </summary>
internal static class Descriptions
{
    /// <summary>The text that is stored for a column; null when there is none.</summary>
    public static string? Of(Column column)
    {
        var lines = new List<string>();
        if (column.Description is not null)
        {
            lines.Add(column.Description);
        }

        lines.AddRange(column.Descriptions.Select(d => d.Name + ":" + d.Text));
        return lines.Count == 0 ? null : string.Join("\n", lines);
    }

    /// <summary>The operation without its descriptions.</summary>
    public static Operation Without(Operation operation) => operation switch
    {
        CreateTable o => o with { Description = null, Columns = o.Columns.Select(Without).ToItems() },
        AddColumn o => o with { Column = Without(o.Column) },
        AlterColumn o => o with { Column = Without(o.Column) },
        _ => operation,
    };

    /// <summary>The columns that an operation describes, with their texts.</summary>
    public static IEnumerable<(TableName Table, string Column, string Text)> OfColumns(Operation operation) => operation switch
    {
        CreateTable o => o.Columns.SelectMany(c => OfColumn(o.Table, c)),
        AddColumn o => OfColumn(o.Table, o.Column),
        AlterColumn o => OfColumn(o.Table, o.Column),
        _ => [],
    };

    private static Column Without(Column column) => column with { Description = null, Descriptions = Items<NamedText>.Empty };

    private static IEnumerable<(TableName Table, string Column, string Text)> OfColumn(TableName table, Column column) =>
        Of(column) is { } text ? [(table, column.Name, text)] : [];
}
