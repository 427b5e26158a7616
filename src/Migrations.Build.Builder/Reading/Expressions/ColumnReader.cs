using FluentMigrator.Expressions;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Reads columns, and expressions about them.</summary>
internal static class ColumnReader
{
    public static Operation Read(CreateColumnExpression e) =>
        new AddColumn(Names.Table(e.SchemaName, e.TableName), Column(e.Column));

    public static Operation Read(AlterColumnExpression e) =>
        new AlterColumn(Names.Table(e.SchemaName, e.TableName), Column(e.Column));

    public static Items<Operation> Read(DeleteColumnExpression e) =>
        e.ColumnNames.Select(name => (Operation)new DropColumn(Names.Table(e.SchemaName, e.TableName), name)).ToItems();

    public static Operation Read(RenameColumnExpression e) =>
        new RenameColumn(Names.Table(e.SchemaName, e.TableName), e.OldName, e.NewName);

    public static Operation Read(AlterDefaultConstraintExpression e) =>
        new SetDefault(Names.Table(e.SchemaName, e.TableName), e.ColumnName, ValueReader.Read(e.DefaultValue));

    public static Operation Read(DeleteDefaultConstraintExpression e) =>
        new DropDefault(Names.Table(e.SchemaName, e.TableName), e.ColumnName);

    /// <summary>Uniqueness, indexes and foreign keys come as expressions of their own, so the column does not carry them.</summary>
    public static Column Column(ColumnDefinition c) => new(c.Name, Type(c))
    {
        Nullable = c.IsNullable,
        Default = c.DefaultValue is ColumnDefinition.UndefinedDefaultValue ? null : ValueReader.Read(c.DefaultValue),
        Identity = c.IsIdentity,
        PrimaryKey = c.IsPrimaryKey,
        PrimaryKeyName = Names.Optional(c.PrimaryKeyName),
        Computed = c.Expression is null ? null : new Computed(c.Expression, c.ExpressionStored),
        Collation = Names.Optional(c.CollationName),
        Description = Names.Optional(c.ColumnDescription),
        Descriptions = c.AdditionalColumnDescriptions.Select(d => new NamedText(d.Key, d.Value)).ToItems(),
        Features = FeatureBook.Read(c.AdditionalFeatures),
    };

    /// <summary>FluentMigrator looks at the custom text only where no <c>DbType</c> is said.</summary>
    private static ColumnType Type(ColumnDefinition c) => c.Type is { } type
        ? new ColumnType(Enum.Parse<TypeKind>(type.ToString()), c.Size, c.Precision)
        : new ColumnType(c.CustomType is null ? TypeKind.Unspecified : TypeKind.Custom, c.Size, c.Precision, c.CustomType);
}
