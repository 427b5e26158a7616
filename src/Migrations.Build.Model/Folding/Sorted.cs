using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Lists of named parts in the order of their names, so that the way to a schema does not show in it.</summary>
internal static class Sorted
{
    public static Table With(this Table table, TableIndex index) =>
        table with { Indexes = By(table.Indexes.Where(i => i.Name != index.Name).Concat([index]), i => i.Name) };

    public static Table With(this Table table, ForeignKey key) =>
        table with { ForeignKeys = By(table.ForeignKeys.Where(f => f.Name != key.Name).Concat([key]), f => f.Name) };

    public static Table WithUnique(this Table table, Key key) => table with { Uniques = Keys(table.Uniques.Concat([key])) };

    public static Items<Key> Keys(IEnumerable<Key> keys) =>
        keys.OrderBy(k => k.Name ?? "", StringComparer.Ordinal).ThenBy(k => string.Join(",", k.Columns), StringComparer.Ordinal).ToItems();

    private static Items<T> By<T>(IEnumerable<T> items, Func<T, string> name) => items.OrderBy(name, StringComparer.Ordinal).ToItems();
}
