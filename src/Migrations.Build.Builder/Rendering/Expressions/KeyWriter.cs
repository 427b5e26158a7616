using System.Data;
using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Expressions;

/// <summary>Writes keys, foreign keys and indexes.</summary>
internal static class KeyWriter
{
    public static IMigrationExpression? Write(Operation operation) => operation switch
    {
        AddKey o => new CreateConstraintExpression(Type(o.Kind)) { Constraint = Constraint(o.Kind, o.Table, o.Key) },
        DropKey o => new DeleteConstraintExpression(Type(o.Kind))
        {
            Constraint = Constraint(o.Kind, o.Table, new Key(o.Name, o.Columns) { Features = o.Features }),
        },
        AddForeignKey o => new CreateForeignKeyExpression { ForeignKey = ForeignKey(o.ForeignKey) },
        DropForeignKey o => new DeleteForeignKeyExpression { ForeignKey = Dropped(o) },
        CreateIndex o => new CreateIndexExpression { Index = Index(o.Index) },
        DropIndex o => new DeleteIndexExpression
        {
            Index = Index(new TableIndex(o.Name, o.Table, o.Columns.Select(c => new IndexColumn(c)).ToItems()) { Features = o.Features }),
        },
        _ => null,
    };

    public static ForeignKeyDefinition ForeignKey(ForeignKey key) => new()
    {
        Name = key.Name,
        ForeignTableSchema = key.Table.Schema,
        ForeignTable = key.Table.Name,
        ForeignColumns = [.. key.Columns],
        PrimaryTableSchema = key.Referenced.Schema,
        PrimaryTable = key.Referenced.Name,
        PrimaryColumns = [.. key.ReferencedColumns],
        OnDelete = Rule(key.OnDelete),
        OnUpdate = Rule(key.OnUpdate),
    };

    private static ForeignKeyDefinition Dropped(DropForeignKey operation)
    {
        var key = operation.Described is { } described ? ForeignKey(described) : new ForeignKeyDefinition();
        key.Name = operation.Name;
        key.ForeignTableSchema = operation.Table.Schema;
        key.ForeignTable = operation.Table.Name;
        return key;
    }

    private static IndexDefinition Index(TableIndex index)
    {
        var written = new IndexDefinition
        {
            Name = index.Name,
            SchemaName = index.Table.Schema,
            TableName = index.Table.Name,
            IsUnique = index.Unique,
            IsClustered = index.Clustered,
            Columns = [.. index.Columns.Select(Column)],
        };
        FeatureBook.Write(index.Features, written.AdditionalFeatures);
        return written;
    }

    private static IndexColumnDefinition Column(IndexColumn column)
    {
        var written = new IndexColumnDefinition
        {
            Name = column.Name,
            Direction = column.Descending ? Direction.Descending : Direction.Ascending,
        };
        FeatureBook.Write(column.Features, written.AdditionalFeatures);
        return written;
    }

    private static ConstraintDefinition Constraint(KeyKind kind, TableName table, Key key)
    {
        var written = new ConstraintDefinition(Type(kind))
        {
            ConstraintName = key.Name,
            SchemaName = table.Schema,
            TableName = table.Name,
            Columns = [.. key.Columns],
        };
        FeatureBook.Write(key.Features, written.AdditionalFeatures);
        return written;
    }

    private static ConstraintType Type(KeyKind kind) => kind switch
    {
        KeyKind.Primary => ConstraintType.PrimaryKey,
        KeyKind.Unique => ConstraintType.Unique,
    };

    private static Rule Rule(ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.None => System.Data.Rule.None,
        ForeignKeyAction.Cascade => System.Data.Rule.Cascade,
        ForeignKeyAction.SetNull => System.Data.Rule.SetNull,
        ForeignKeyAction.SetDefault => System.Data.Rule.SetDefault,
    };
}
