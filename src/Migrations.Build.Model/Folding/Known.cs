using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Looks up what an operation needs. Where something opaque was at work, what is not known may still be there: no refusal then.</summary>
internal static class Known
{
    /// <summary>The schema with the table as it is now; but for SQLite, a primary key allows no nulls in its columns.</summary>
    public static Schema With(this Schema schema, Table table)
    {
        var key = schema.Dialect.NullsInPrimaryKeys ? null : table.PrimaryKey;
        bool IsNull(Column column) => column.Nullable == true && key?.Columns.Contains(column.Name, schema.Dialect.Names) == true;
        var columns = table.Columns.Any(IsNull) ? table.Columns.Select(c => IsNull(c) ? c with { Nullable = false } : c).ToItems() : table.Columns;
        return schema with { Tables = schema.Tables.With(table with { Columns = columns }) };
    }

    /// <summary>Folds on the table of the given name.</summary>
    public static Folded Table(Schema schema, TableName name, Func<Table, Folded> fold)
    {
        if (schema.Tables.Find(name) is { } table)
        {
            return fold(table);
        }

        var perhaps = schema.Touched || schema.Views.Find(name) is not null;
        return new(schema, perhaps ? null : Refused.UnknownTable(schema, name));
    }

    /// <summary>Folds on a column of the table of the given name.</summary>
    public static Folded Column(Schema schema, TableName name, string column, Func<Table, Column, Folded> fold) =>
        Table(schema, name, table => table.FindColumn(column, schema.Dialect) is { } found
            ? fold(table, found)
            : new(schema, table.Touched ? null : Refused.UnknownColumn(table, column)));

    /// <summary>The first of the columns that the table does not have; null when it has them all, or may have them.</summary>
    public static Refusal? MissingColumn(Table table, IEnumerable<string> columns, Dialect dialect) =>
        !table.Touched && columns.FirstOrDefault(c => table.FindColumn(c, dialect) is null) is { } missing
            ? Refused.UnknownColumn(table, missing)
            : null;

    /// <summary>Why a new object cannot live in a schema: no migration created it.</summary>
    public static Refusal? MissingSchema(Schema schema, string? name) =>
        name is null || schema.Touched || schema.Dialect.IsBuiltIn(name) || schema.Schemas.Contains(name, schema.Dialect.Names)
            ? null
            : Refused.Unknown("schema", name, schema.Schemas);

    /// <summary>The columns' names as the table spells them.</summary>
    public static Items<string> Spelt(Table table, IEnumerable<string> columns, Dialect dialect) =>
        columns.Select(c => table.FindColumn(c, dialect)?.Name ?? c).ToItems();

    /// <summary>The table's name as the schema spells it.</summary>
    public static TableName Spelt(Schema schema, TableName name) => schema.Tables.Find(name)?.Name ?? schema.Dialect.Resolve(name);
}
