using FluentMigrator.Expressions;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads changes of rows.</summary>
internal static class RowReader
{
    public static Operation Read(InsertDataExpression e) =>
        new InsertRows(Names.Table(e.SchemaName, e.TableName), e.Rows.Select(r => new Row(Cells(r))).ToItems())
        {
            Features = FeatureBook.Read(e.AdditionalFeatures),
        };

    public static Operation Read(UpdateDataExpression e) =>
        new UpdateRows(Names.Table(e.SchemaName, e.TableName), Cells(e.Set), Cells(e.Where), e.IsAllRows);

    public static Operation Read(DeleteDataExpression e) =>
        new DeleteRows(Names.Table(e.SchemaName, e.TableName), e.Rows.Select(r => new Row(Cells(r))).ToItems(), e.IsAllRows);

    private static Items<Cell> Cells(IEnumerable<KeyValuePair<string, object>>? pairs) =>
        (pairs ?? []).Select(p => new Cell(p.Key, ValueReader.Read(p.Value))).ToItems();
}
