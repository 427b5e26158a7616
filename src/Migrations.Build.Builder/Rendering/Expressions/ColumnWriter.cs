using System.Data;
using FluentMigrator.Model;
using Migrations.Build.Builder.Features;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Expressions;

/// <summary>Writes columns.</summary>
internal static class ColumnWriter
{
    public static ColumnDefinition Write(TableName table, Column column, ColumnModificationType modification)
    {
        var type = column.Type;
        var written = new ColumnDefinition
        {
            Name = column.Name,
            TableName = table.Name,
            ModificationType = modification,
            Type = type.Kind is TypeKind.Unspecified or TypeKind.Custom ? null : Enum.Parse<DbType>(type.Kind.ToString()),
            CustomType = type.Custom,
            Size = type.Size,
            Precision = type.Precision,
            IsNullable = column.Nullable,
            IsIdentity = column.Identity,
            IsPrimaryKey = column.PrimaryKey,
            PrimaryKeyName = column.PrimaryKeyName,
            Expression = column.Computed?.Expression,
            ExpressionStored = column.Computed?.Stored ?? false,
            CollationName = column.Collation,
            ColumnDescription = column.Description,
        };
        if (column.Default is { } value)
        {
            written.DefaultValue = ValueWriter.Write(value);
        }

        foreach (var description in column.Descriptions)
        {
            written.AdditionalColumnDescriptions[description.Name] = description.Text;
        }

        FeatureBook.Write(column.Features, written.AdditionalFeatures);
        return written;
    }
}
