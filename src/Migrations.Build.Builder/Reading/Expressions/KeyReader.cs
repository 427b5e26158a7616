using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads primary keys and unique constraints.</summary>
internal static class KeyReader
{
    public static Operation Read(CreateConstraintExpression e) => new AddKey(
        Table(e.Constraint),
        Kind(e.Constraint),
        new Key(Names.Optional(e.Constraint.ConstraintName), e.Constraint.Columns.ToItems())
        {
            Features = FeatureBook.Read(e.Constraint.AdditionalFeatures),
        });

    public static Operation Read(DeleteConstraintExpression e) =>
        new DropKey(Table(e.Constraint), Kind(e.Constraint), Names.Optional(e.Constraint.ConstraintName))
        {
            Columns = e.Constraint.Columns.ToItems(),
            Features = FeatureBook.Read(e.Constraint.AdditionalFeatures),
        };

    private static TableName Table(ConstraintDefinition c) => Names.Table(c.SchemaName, c.TableName);

    private static KeyKind Kind(ConstraintDefinition c) => c.IsPrimaryKeyConstraint ? KeyKind.Primary : KeyKind.Unique;
}
