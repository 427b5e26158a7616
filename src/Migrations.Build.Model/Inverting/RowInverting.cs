using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes inserts: by a key of the inserted rows where they have one, since their other values may change later.</summary>
internal static class RowInverting
{
    public static Inverse Insert(InsertRows operation, Schema before)
    {
        if (before.Tables.Find(operation.Table) is not { } table)
        {
            return Invert.Unknown;
        }

        if (operation.Rows.Count == 0)
        {
            return Inverse.Whole();
        }

        if (Keyed(table, operation.Rows, before) is { } keys)
        {
            return Inverse.Whole(new DeleteRows(table.Name, keys, false));
        }

        return operation.Rows.All(r => r.Cells.Count > 0 && r.Cells.All(IsConstant))
            ? Inverse.Structure("The rows have no key: rows that are equal to them go with them.", new DeleteRows(table.Name, operation.Rows, false))
            : Inverse.Nothing("The rows have no key of known values by which they could be deleted.");
    }

    /// <summary>The rows reduced to the first key that all of them state with known values.</summary>
    private static Items<Row>? Keyed(Table table, Items<Row> rows, Schema schema)
    {
        var unique = table.Indexes.Where(i => i.Unique && i.Features.Count == 0).Select(i => i.Columns.Select(c => c.Name).ToItems());
        var keys = Items.Of(table.PrimaryKey?.Columns).Concat(table.Uniques.Select(k => k.Columns)).Concat(unique).OfType<Items<string>>();
        return keys.Select(k => rows.Select(r => Reduced(r, k, schema)).ToItems()).FirstOrDefault(reduced => reduced.All(r => r is not null))?.OfType<Row>().ToItems();
    }

    private static Row? Reduced(Row row, Items<string> key, Schema schema)
    {
        var cells = key.Select(k => row.Cells.FirstOrDefault(c => schema.Dialect.Names.Equals(c.Column, k))).ToArray();
        return cells.All(c => c is not null && c.Value.Kind != ValueKind.Null && IsConstant(c)) ? new Row(cells.OfType<Cell>().ToItems()) : null;
    }

    private static bool IsConstant(Cell cell) => cell.Value.Kind is not (ValueKind.System or ValueKind.Sql or ValueKind.Unknown or ValueKind.Single or ValueKind.Double);
}
