using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads indexes.</summary>
internal static class IndexReader
{
    public static Operation Read(CreateIndexExpression e) =>
        new CreateIndex(new TableIndex(e.Index.Name ?? "", Table(e.Index), e.Index.Columns.Select(Column).ToItems())
        {
            Unique = e.Index.IsUnique,
            Clustered = e.Index.IsClustered,
            Features = FeatureBook.Read(e.Index.AdditionalFeatures),
        });

    public static Operation Read(DeleteIndexExpression e) => new DropIndex(Table(e.Index), e.Index.Name ?? "")
    {
        Columns = e.Index.Columns.Select(c => c.Name).ToItems(),
        Features = FeatureBook.Read(e.Index.AdditionalFeatures),
    };

    private static TableName Table(IndexDefinition index) => Names.Table(index.SchemaName, index.TableName);

    private static IndexColumn Column(IndexColumnDefinition column) => new(column.Name)
    {
        Descending = column.Direction == Direction.Descending,
        Features = FeatureBook.Read(column.AdditionalFeatures),
    };
}
