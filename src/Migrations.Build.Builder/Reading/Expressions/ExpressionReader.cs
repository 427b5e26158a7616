using FluentMigrator.Expressions;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>
/// FluentMigrator's expressions as operations. Conventions must have been applied to the whole list before, and
/// a foreign key that <c>DeleteForeignKeyExpression.Reverse</c> made must have been turned round by
/// <see cref="ForeignKeyReader.TurnRound"/>: both need more than one expression to know.
/// </summary>
public static class ExpressionReader
{
    private static readonly Dictionary<Type, Func<IMigrationExpression, Items<Operation>>> Handlers = new Handlers()
        .On<CreateSchemaExpression>(SchemaReader.Read)
        .On<DeleteSchemaExpression>(SchemaReader.Read)
        .On<AlterSchemaExpression>(SchemaReader.Read)
        .On<CreateTableExpression>(TableReader.Read)
        .OnMany<AlterTableExpression>(TableReader.Read)
        .On<DeleteTableExpression>(TableReader.Read)
        .On<RenameTableExpression>(TableReader.Read)
        .On<CreateColumnExpression>(ColumnReader.Read)
        .On<AlterColumnExpression>(ColumnReader.Read)
        .OnMany<DeleteColumnExpression>(ColumnReader.Read)
        .On<RenameColumnExpression>(ColumnReader.Read)
        .On<AlterDefaultConstraintExpression>(ColumnReader.Read)
        .On<DeleteDefaultConstraintExpression>(ColumnReader.Read)
        .On<CreateConstraintExpression>(KeyReader.Read)
        .On<DeleteConstraintExpression>(KeyReader.Read)
        .On<CreateForeignKeyExpression>(ForeignKeyReader.Read)
        .On<DeleteForeignKeyExpression>(ForeignKeyReader.Read)
        .On<CreateIndexExpression>(IndexReader.Read)
        .On<DeleteIndexExpression>(IndexReader.Read)
        .On<CreateSequenceExpression>(SequenceReader.Read)
        .On<DeleteSequenceExpression>(SequenceReader.Read)
        .On<InsertDataExpression>(RowReader.Read)
        .On<UpdateDataExpression>(RowReader.Read)
        .On<DeleteDataExpression>(RowReader.Read)
        .Table;

    /// <summary>The operations that an expression stands for; an expression of an unknown type becomes an <see cref="Opaque"/> operation.</summary>
    public static Items<Operation> Read(IMigrationExpression expression, ReadHooks? hooks = null) => expression switch
    {
        PerformDBOperationExpression code => Items.Of(ReadCode(code, hooks)),
        ExecuteSqlScriptExpressionBase sql => Items.Of(SqlReader.Read(sql)),
        _ when Handlers.TryGetValue(expression.GetType(), out var read) => read(expression),
        _ => Items.Of<Operation>(new Opaque($"FluentMigrator's expression '{expression.GetType().Name}' is not known")),
    };

    /// <summary>The SQL text of an <c>Execute.Sql</c>, script or embedded script, as FluentMigrator would send it.</summary>
    public static string ReadSql(ExecuteSqlScriptExpressionBase expression) => SqlReader.Text(expression);

    private static Operation ReadCode(PerformDBOperationExpression code, ReadHooks? hooks) =>
        hooks?.Code?.Invoke(code) ?? new Opaque("the code of 'Execute.WithConnection' was not named");
}
