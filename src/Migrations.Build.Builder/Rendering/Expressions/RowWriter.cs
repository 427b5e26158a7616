using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Expressions;

/// <summary>Writes changes of rows.</summary>
internal static class RowWriter
{
    public static IMigrationExpression? Write(Operation operation) => operation switch
    {
        InsertRows o => Insert(o),
        UpdateRows o => new UpdateDataExpression
        {
            SchemaName = o.Table.Schema,
            TableName = o.Table.Name,
            Set = Pairs(o.Set),
            Where = Pairs(o.Where),
            IsAllRows = o.AllRows,
        },
        DeleteRows o => Delete(o),
        _ => null,
    };

    private static InsertDataExpression Insert(InsertRows operation)
    {
        var expression = new InsertDataExpression { SchemaName = operation.Table.Schema, TableName = operation.Table.Name };
        FeatureBook.Write(operation.Features, expression.AdditionalFeatures);
        foreach (var row in operation.Rows)
        {
            var written = new InsertionDataDefinition();
            written.AddRange(Pairs(row.Cells));
            expression.Rows.Add(written);
        }

        return expression;
    }

    private static DeleteDataExpression Delete(DeleteRows operation)
    {
        var expression = new DeleteDataExpression
        {
            SchemaName = operation.Table.Schema,
            TableName = operation.Table.Name,
            IsAllRows = operation.AllRows,
        };
        foreach (var row in operation.Where)
        {
            var written = new DeletionDataDefinition();
            written.AddRange(Pairs(row.Cells));
            expression.Rows.Add(written);
        }

        return expression;
    }

    private static List<KeyValuePair<string, object>> Pairs(Items<Cell> cells) =>
        [.. cells.Select(c => new KeyValuePair<string, object>(c.Column, ValueWriter.Write(c.Value)!))];
}
