using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on primary keys and unique constraints.</summary>
internal static class KeyFolding
{
    public static Folded Add(Schema before, AddKey operation) => Known.Table(before, operation.Table, table =>
    {
        if (Known.MissingColumn(table, operation.Key.Columns, before.Dialect) is { } missing)
        {
            return new(before, missing);
        }

        var key = operation.Key with { Columns = Known.Spelt(table, operation.Key.Columns, before.Dialect) };
        return operation.Kind == KeyKind.Primary ? AddPrimary(before, table, key) : AddUnique(before, table, key);
    });

    public static Folded Drop(Schema before, DropKey operation) => Known.Table(before, operation.Table, table =>
        operation.Kind == KeyKind.Primary ? DropPrimary(before, table, operation) : DropUnique(before, table, operation));

    /// <summary>The unique constraint that an operation means, by its name or else by its columns.</summary>
    public static Key? FindUnique(Schema schema, Table table, string? name, Items<string> columns) =>
        (name is null ? null : table.FindUnique(name, schema.Dialect))
        ?? table.Uniques.FirstOrDefault(k => (name is null || k.Name is null) && columns.Count > 0 && schema.Dialect.SameColumns(k.Columns, columns));

    private static Folded AddPrimary(Schema before, Table table, Key key)
    {
        if (table is { PrimaryKey: { } there, Touched: false })
        {
            return new(before, Refused.ExistsOn(table, "primary key", there.Name));
        }

        return Folded.To(before.With(table with { PrimaryKey = key }));
    }

    private static Folded AddUnique(Schema before, Table table, Key key)
    {
        var there = key.Name is null ? null : table.FindUnique(key.Name, before.Dialect);
        var index = key.Name is not null && before.Dialect.UniquesAreIndexes ? table.FindIndex(key.Name, before.Dialect) : null;
        if ((there is not null || index is not null) && !table.Touched)
        {
            return new(before, Refused.ExistsOn(table, "unique constraint", key.Name));
        }

        var rest = there is null ? table : table with { Uniques = table.Uniques.Where(k => k != there).ToItems() };
        return Folded.To(before.With(rest.WithUnique(key)));
    }

    private static Folded DropPrimary(Schema before, Table table, DropKey operation)
    {
        var meant = table.PrimaryKey is { } key
            && (operation.Name is null || key.Name is null || !before.Dialect.NamedPrimaryKeys || before.Dialect.Names.Equals(key.Name, operation.Name));
        return meant ? Folded.To(before.With(table with { PrimaryKey = null }))
            : new(before, table.Touched ? null : Refused.UnknownPart("primary key", table, operation.Name ?? "primary key", [table.PrimaryKey?.Name]));
    }

    private static Folded DropUnique(Schema before, Table table, DropKey operation)
    {
        if (FindUnique(before, table, operation.Name, operation.Columns) is { } key)
        {
            return Folded.To(before.With(table with { Uniques = table.Uniques.Where(k => k != key).ToItems() }));
        }

        if (before.Dialect.UniquesAreIndexes && operation.Name is not null && table.FindIndex(operation.Name, before.Dialect) is { Unique: true } index)
        {
            return Folded.To(before.With(table with { Indexes = table.Indexes.Where(i => i != index).ToItems() }));
        }

        var name = operation.Name ?? string.Join(",", operation.Columns);
        return new(before, table.Touched ? null : Refused.UnknownPart("unique constraint", table, name, table.Uniques.Select(k => k.Name)));
    }
}
