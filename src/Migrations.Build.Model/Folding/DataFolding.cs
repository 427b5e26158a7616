using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on rows: they leave the shape alone.</summary>
internal static class DataFolding
{
    public static Folded Insert(Schema before, InsertRows operation) => Known.Table(before, operation.Table, table =>
    {
        var missing = Known.MissingColumn(table, Columns(operation.Rows), before.Dialect);
        return missing is null && operation.Rows.Count > 0 ? Folded.To(before.With(table with { Filled = true })) : new(before, missing);
    });

    public static Folded Update(Schema before, UpdateRows operation) => Known.Table(before, operation.Table, table =>
        new(before, Known.MissingColumn(table, operation.Set.Concat(operation.Where).Select(c => c.Column), before.Dialect)));

    public static Folded Delete(Schema before, DeleteRows operation) => Known.Table(before, operation.Table, table =>
        new(before, Known.MissingColumn(table, Columns(operation.Where), before.Dialect)));

    private static IEnumerable<string> Columns(Items<Row> rows) => rows.SelectMany(r => r.Cells).Select(c => c.Column);
}
