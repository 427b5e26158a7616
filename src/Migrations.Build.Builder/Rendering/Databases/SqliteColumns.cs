using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Databases;

/// <summary>Which columns SQLite refuses; each reason was seen on SQLite 3.40 and on the version that the builder carries.</summary>
internal static class SqliteColumns
{
    /// <summary>Why a table with these columns cannot be made; null when it can.</summary>
    public static string? Refuses(CreateTable operation)
    {
        var numbered = operation.Columns.Where(c => c.Identity).ToList();
        if (numbered.Count > 0 && operation.Columns.Count(c => c.PrimaryKey) > 1)
        {
            return "SQLite numbers rows only where one column alone is the primary key";
        }

        if (numbered.FirstOrDefault(c => !c.PrimaryKey) is { } other)
        {
            return $"SQLite numbers only a primary key, and column '{other.Name}' is none";
        }

        return numbered.FirstOrDefault(c => !IsInteger(c.Type)) is { } odd
            ? $"SQLite numbers only whole numbers, and column '{odd.Name}' is none"
            : null;
    }

    /// <summary>Why such a column cannot be in any table; null when it can.</summary>
    public static string? Refuses(AddColumn operation) => Refuses(new CreateTable(operation.Table, Items.Of(operation.Column)));

    /// <summary>Whether ALTER TABLE cannot add the column. Some columns can be added only while no row is there.</summary>
    public static bool NeedsRebuild(AddColumn operation, bool isNew)
    {
        var column = operation.Column;
        return column.PrimaryKey || column.Identity
            || (!isNew && (column.Computed is { Stored: true } || column.Default is { Kind: ValueKind.System } or { Kind: ValueKind.Sql, Text: ['(', ..] }));
    }

    /// <summary>Whether ALTER TABLE cannot drop the column, as far as the schema is known.</summary>
    public static bool NeedsRebuild(Schema before, DropColumn operation)
    {
        if (before.Tables.Find(operation.Table) is not { } table)
        {
            return false;
        }

        bool Is(string column) => before.Dialect.Names.Equals(column, operation.Column);
        return table.PrimaryKey?.Columns.Any(Is) == true
            || table.Indexes.Any(i => i.Uses(operation.Column, before.Dialect))
            || table.Uniques.Any(u => u.Columns.Any(Is))
            || table.ForeignKeys.Any(k => k.Columns.Any(Is));
    }

    private static bool IsInteger(ColumnType type) => type.Kind switch
    {
        TypeKind.Byte or TypeKind.SByte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => true,
        TypeKind.UInt16 or TypeKind.UInt32 or TypeKind.UInt64 => true,
        TypeKind.Custom => string.Equals(type.Custom, "INTEGER", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
