using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Expressions;

/// <summary>
/// A fresh expression of FluentMigrator for an operation. Fresh each time, since generators write into what they are given:
/// SQLite's renames the foreign key, others leave null features behind.
/// </summary>
public static class ExpressionWriter
{
    /// <summary>The expression; null for what FluentMigrator has no expression for (code, opaque steps).</summary>
    public static IMigrationExpression? Write(Operation operation) => operation switch
    {
        CreateSchema o => Schema(o),
        DropSchema o => new DeleteSchemaExpression { SchemaName = o.Name },
        MoveTable o => new AlterSchemaExpression { SourceSchemaName = o.Table.Schema, TableName = o.Table.Name, DestinationSchemaName = o.ToSchema },
        CreateTable o => Table(o),
        DescribeTable o => new AlterTableExpression { SchemaName = o.Table.Schema, TableName = o.Table.Name, TableDescription = o.Description },
        DropTable o => new DeleteTableExpression { SchemaName = o.Table.Schema, TableName = o.Table.Name, IfExists = o.IfExists },
        RenameTable o => new RenameTableExpression { SchemaName = o.Table.Schema, OldName = o.Table.Name, NewName = o.NewName },
        CreateSequence o => new CreateSequenceExpression { Sequence = Sequence(o.Sequence) },
        DropSequence o => new DeleteSequenceExpression { SchemaName = o.Name.Schema, SequenceName = o.Name.Name },
        AddKey or DropKey or AddForeignKey or DropForeignKey or CreateIndex or DropIndex => KeyWriter.Write(operation),
        InsertRows or UpdateRows or DeleteRows => RowWriter.Write(operation),
        RawSql o => new ExecuteSqlStatementExpression { SqlStatement = o.Text },
        _ => Column(operation),
    };

    private static IMigrationExpression? Column(Operation operation) => operation switch
    {
        AddColumn o => new CreateColumnExpression
        {
            SchemaName = o.Table.Schema,
            TableName = o.Table.Name,
            Column = ColumnWriter.Write(o.Table, o.Column, ColumnModificationType.Create),
        },
        AlterColumn o => new AlterColumnExpression
        {
            SchemaName = o.Table.Schema,
            TableName = o.Table.Name,
            Column = ColumnWriter.Write(o.Table, o.Column, ColumnModificationType.Alter),
        },
        DropColumn o => new DeleteColumnExpression { SchemaName = o.Table.Schema, TableName = o.Table.Name, ColumnNames = { o.Column } },
        RenameColumn o => new RenameColumnExpression { SchemaName = o.Table.Schema, TableName = o.Table.Name, OldName = o.Column, NewName = o.NewName },
        SetDefault o => new AlterDefaultConstraintExpression
        {
            SchemaName = o.Table.Schema,
            TableName = o.Table.Name,
            ColumnName = o.Column,
            DefaultValue = ValueWriter.Write(o.Default),
        },
        DropDefault o => new DeleteDefaultConstraintExpression { SchemaName = o.Table.Schema, TableName = o.Table.Name, ColumnName = o.Column },
        _ => null,
    };

    private static CreateSchemaExpression Schema(CreateSchema operation)
    {
        var expression = new CreateSchemaExpression { SchemaName = operation.Name };
        FeatureBook.Write(operation.Features, expression.AdditionalFeatures);
        return expression;
    }

    private static CreateTableExpression Table(CreateTable operation) => new()
    {
        SchemaName = operation.Table.Schema,
        TableName = operation.Table.Name,
        TableDescription = operation.Description,
        Columns = [.. operation.Columns.Select(c => ColumnWriter.Write(operation.Table, c, ColumnModificationType.Create))],
    };

    private static SequenceDefinition Sequence(Sequence sequence) => new()
    {
        SchemaName = sequence.Name.Schema,
        Name = sequence.Name.Name,
        Increment = sequence.Increment,
        MinValue = sequence.Minimum,
        MaxValue = sequence.Maximum,
        StartWith = sequence.Start,
        Cache = sequence.Cache,
        Cycle = sequence.Cycle,
    };
}
