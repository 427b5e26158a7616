using FluentMigrator;
using FluentMigrator.Expressions;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>The text that a generator of FluentMigrator makes of an expression, whose type it must know at compile time.</summary>
internal static class Generated
{
    public static string By(IMigrationGenerator generator, IMigrationExpression expression) => expression switch
    {
        CreateSchemaExpression e => generator.Generate(e),
        DeleteSchemaExpression e => generator.Generate(e),
        AlterSchemaExpression e => generator.Generate(e),
        CreateTableExpression e => generator.Generate(e),
        AlterTableExpression e => generator.Generate(e),
        DeleteTableExpression e => generator.Generate(e),
        RenameTableExpression e => generator.Generate(e),
        CreateColumnExpression e => generator.Generate(e),
        AlterColumnExpression e => generator.Generate(e),
        DeleteColumnExpression e => generator.Generate(e),
        RenameColumnExpression e => generator.Generate(e),
        AlterDefaultConstraintExpression e => generator.Generate(e),
        DeleteDefaultConstraintExpression e => generator.Generate(e),
        CreateConstraintExpression e => generator.Generate(e),
        DeleteConstraintExpression e => generator.Generate(e),
        CreateForeignKeyExpression e => generator.Generate(e),
        DeleteForeignKeyExpression e => generator.Generate(e),
        CreateIndexExpression e => generator.Generate(e),
        DeleteIndexExpression e => generator.Generate(e),
        CreateSequenceExpression e => generator.Generate(e),
        DeleteSequenceExpression e => generator.Generate(e),
        InsertDataExpression e => generator.Generate(e),
        UpdateDataExpression e => generator.Generate(e),
        DeleteDataExpression e => generator.Generate(e),
        _ => throw new NotSupportedException("FluentMigrator has no statement for it"),
    };
}
