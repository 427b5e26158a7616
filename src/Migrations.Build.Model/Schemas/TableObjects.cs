using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>Finds what belongs to a table, by name as the engine compares names.</summary>
public static class TableObjects
{
    /// <summary>The column of the given name; null when there is none.</summary>
    public static Column? FindColumn(this Table table, string name, Dialect dialect) => Find(table.Columns, c => c.Name, name, dialect);

    /// <summary>The index of the given name; null when there is none.</summary>
    public static TableIndex? FindIndex(this Table table, string name, Dialect dialect) => Find(table.Indexes, i => i.Name, name, dialect);

    /// <summary>The unique constraint of the given name; null when there is none.</summary>
    public static Key? FindUnique(this Table table, string name, Dialect dialect) => Find(table.Uniques, k => k.Name, name, dialect);

    /// <summary>The foreign key of the given name; null when there is none.</summary>
    public static ForeignKey? FindForeignKey(this Table table, string name, Dialect dialect) => Find(table.ForeignKeys, f => f.Name, name, dialect);

    /// <summary>The columns that a foreign key refers to: those that it names, or else the primary key.</summary>
    public static Items<string> Targets(this ForeignKey key, Table? referenced) =>
        key.ReferencedColumns.Count > 0 ? key.ReferencedColumns : referenced?.PrimaryKey?.Columns ?? Items<string>.Empty;

    /// <summary>Whether two lists name the same columns in the same order.</summary>
    public static bool SameColumns(this Dialect dialect, IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == b.Count && a.Zip(b, dialect.Names.Equals).All(same => same);

    /// <summary>Whether the index has the column among its keys or among the columns that it includes.</summary>
    public static bool Uses(this TableIndex index, string column, Dialect dialect) =>
        index.Columns.Any(c => dialect.Names.Equals(c.Name, column))
        || index.Features.Where(IsInclude).Any(f => f.Values.Any(v => dialect.Names.Equals(v.Text ?? "", column)));

    /// <summary>Whether a feature lists the columns that an index includes without ordering by them.</summary>
    internal static bool IsInclude(Feature feature) => feature.Key.IndexOf("Include", StringComparison.Ordinal) >= 0;

    // A plain loop: folding a long history looks through every index of every table again and again.
    private static T? Find<T>(Items<T> items, Func<T, string?> nameOf, string name, Dialect dialect)
        where T : class
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (nameOf(items[i]) is { } own && dialect.Names.Equals(own, name))
            {
                return items[i];
            }
        }

        return null;
    }
}
