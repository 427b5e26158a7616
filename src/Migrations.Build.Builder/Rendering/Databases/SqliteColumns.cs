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

    /// <summary>Why the column cannot be added; null when it can. Some columns can be added only while no row is there.</summary>
    public static string? Refuses(AddColumn operation, bool isNew)
    {
        var column = operation.Column;
        if (column.PrimaryKey || column.Identity)
        {
            return "SQLite cannot add a primary key or a numbered column to a table that exists";
        }

        if (isNew)
        {
            return null;
        }

        if (column.Computed is { Stored: true })
        {
            return "SQLite cannot add a stored computed column to a table with rows; one that is not stored it can";
        }

        return column.Default is { Kind: ValueKind.System } or { Kind: ValueKind.Sql, Text: ['(', ..] }
            ? "SQLite cannot add a column whose default is not constant to a table with rows"
            : null;
    }

    /// <summary>Why the column cannot be dropped from the table as it is; null when it can.</summary>
    public static string? RefusesDrop(Schema before, DropColumn operation)
    {
        if (before.Tables.Find(operation.Table) is not { } table)
        {
            return null;
        }

        bool Is(string column) => before.Dialect.Names.Equals(column, operation.Column);

        if (table.PrimaryKey?.Columns.Any(Is) == true)
        {
            return "SQLite cannot drop a column of the primary key";
        }

        if (table.Indexes.FirstOrDefault(i => i.Columns.Any(c => Is(c.Name))) is { } index)
        {
            return $"SQLite cannot drop a column of an index; drop index '{index.Name}' first";
        }

        if (table.Uniques.FirstOrDefault(u => u.Columns.Any(Is)) is { } unique)
        {
            return $"SQLite cannot drop a column of a unique constraint; drop '{unique.Name}' first";
        }

        return table.ForeignKeys.FirstOrDefault(k => k.Columns.Any(Is)) is { } key
            ? $"SQLite cannot drop a column of foreign key '{key.Name}'"
            : null;
    }

    private static bool IsInteger(ColumnType type) => type.Kind switch
    {
        TypeKind.Byte or TypeKind.SByte or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => true,
        TypeKind.UInt16 or TypeKind.UInt32 or TypeKind.UInt64 => true,
        TypeKind.Custom => string.Equals(type.Custom, "INTEGER", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
