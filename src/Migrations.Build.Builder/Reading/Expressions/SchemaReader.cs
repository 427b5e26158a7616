using FluentMigrator.Expressions;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads expressions about schemas.</summary>
internal static class SchemaReader
{
    public static Operation Read(CreateSchemaExpression e) =>
        new CreateSchema(e.SchemaName) { Features = FeatureBook.Read(e.AdditionalFeatures) };

    public static Operation Read(DeleteSchemaExpression e) => new DropSchema(e.SchemaName);

    public static Operation Read(AlterSchemaExpression e) =>
        new MoveTable(Names.Table(e.SourceSchemaName, e.TableName), e.DestinationSchemaName);
}
