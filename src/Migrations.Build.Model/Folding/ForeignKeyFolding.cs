using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on foreign keys.</summary>
internal static class ForeignKeyFolding
{
    public static Folded Add(Schema before, AddForeignKey operation) => Known.Table(before, operation.ForeignKey.Table, table =>
    {
        var (key, dialect) = (operation.ForeignKey, before.Dialect);
        if (table.FindForeignKey(key.Name, dialect) is not null && !table.Touched)
        {
            return new(before, Refused.ExistsOn(table, "foreign key", key.Name));
        }

        var refusal = Known.MissingColumn(table, key.Columns, dialect) ?? MissingTarget(before, key);
        return refusal is not null ? new(before, refusal) : Folded.To(before.With(table.With(Spelt(before, table, key))));
    });

    public static Folded Drop(Schema before, DropForeignKey operation) => Known.Table(before, operation.Table, table =>
        Find(before, table, operation) is { } key
            ? Folded.To(before.With(table with { ForeignKeys = table.ForeignKeys.Where(f => f != key).ToItems() }))
            : new(before, table.Touched ? null : Refused.UnknownPart("foreign key", table, operation.Name, table.ForeignKeys.Select(f => f.Name))));

    /// <summary>The foreign key that an operation drops: by its name or, where one of the two has none, by its columns.</summary>
    public static ForeignKey? Find(Schema schema, Table table, DropForeignKey operation) =>
        (operation.Name.Length > 0 ? table.FindForeignKey(operation.Name, schema.Dialect) : null)
        ?? table.ForeignKeys.FirstOrDefault(f => (operation.Name.Length == 0 || f.Name.Length == 0) && operation.Described is { } described
            && schema.Dialect.SameColumns(f.Columns, described.Columns) && schema.Dialect.Same(f.Referenced, described.Referenced));

    private static ForeignKey Spelt(Schema schema, Table table, ForeignKey key)
    {
        var referenced = schema.Tables.Find(key.Referenced);
        return key with
        {
            Name = table.FindForeignKey(key.Name, schema.Dialect)?.Name ?? key.Name,
            Table = table.Name,
            Columns = Known.Spelt(table, key.Columns, schema.Dialect),
            Referenced = Known.Spelt(schema, key.Referenced),
            ReferencedColumns = referenced is null ? key.ReferencedColumns : Known.Spelt(referenced, key.ReferencedColumns, schema.Dialect),
        };
    }

    private static Refusal? MissingTarget(Schema schema, ForeignKey key)
    {
        if (schema.Dialect.LooseForeignKeys)
        {
            return null;
        }

        return schema.Tables.Find(key.Referenced) is { } referenced ? Known.MissingColumn(referenced, key.ReferencedColumns, schema.Dialect)
            : schema.Touched ? null
            : Refused.UnknownTable(schema, key.Referenced);
    }
}
