using System.Globalization;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.CodeFixes.Writing;

/// <summary>Writes a column's type and options: <c>.AsString(100).NotNullable()</c>.</summary>
internal static class ColumnText
{
    /// <summary>What follows the column's name.</summary>
    /// <exception cref="UnwritableException">It has a part that no call says.</exception>
    public static string Of(Column column, TableName table)
    {
        if (column.Features.Count > 0 || column.Descriptions.Count > 0 || column.Description?.Length == 0)
        {
            throw new UnwritableException("options of one database");
        }

        return Type(column.Type, column.Collation)
            + (column.PrimaryKey ? column.PrimaryKeyName is { } name && name != "PK_" + table.Name ? $".PrimaryKey({Literal.Of(name)})" : ".PrimaryKey()" : "")
            + (column.Identity ? ".Identity()" : "")
            + (column.Nullable is { } nullable ? nullable ? ".Nullable()" : ".NotNullable()" : "")
            + (column.Default is { } value ? value.Kind == ValueKind.System ? $".WithDefault({Literal.Of(value)})" : $".WithDefaultValue({Literal.Of(value)})" : "")
            + (column.Computed is { } computed ? $".Computed({Literal.Of(computed.Expression)}{(computed.Stored ? ", true" : "")})" : "")
            + (column.Description is { } description ? $".WithColumnDescription({Literal.Of(description)})" : "");
    }

    private static string Type(ColumnType type, string? collation)
    {
        if (collation is not null && type.Kind is not (TypeKind.String or TypeKind.StringFixedLength or TypeKind.AnsiString or TypeKind.AnsiStringFixedLength))
        {
            throw new UnwritableException("the collation of what is no text");
        }

        var method = type.Kind switch
        {
            TypeKind.StringFixedLength => "AsFixedLengthString",
            TypeKind.AnsiStringFixedLength => "AsFixedLengthAnsiString",
            TypeKind.Single => "AsFloat",
            TypeKind.Custom => "AsCustom",
            TypeKind.AnsiString or TypeKind.Binary or TypeKind.Boolean or TypeKind.Byte or TypeKind.Currency or TypeKind.Date or TypeKind.DateTime or TypeKind.DateTime2 or TypeKind.DateTimeOffset
                or TypeKind.Decimal or TypeKind.Double or TypeKind.Guid or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.String or TypeKind.Time or TypeKind.Xml => "As" + type.Kind,
            _ => throw new UnwritableException($"the type '{type.Kind}'"),
        };
        var arguments = new[]
        {
            type.Custom is null ? null : Literal.Of(type.Custom),
            type.Size?.ToString(CultureInfo.InvariantCulture),
            type.Precision?.ToString(CultureInfo.InvariantCulture),
            collation is null ? null : Literal.Of(collation),
        };
        return $".{method}({string.Join(", ", arguments.Where(a => a is not null))})";
    }
}
