using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Rules.Integrity;

/// <summary>Finds foreign keys, and the keys that they refer to.</summary>
internal static class References
{
    /// <summary>The foreign keys that Up adds, as the schema has them after.</summary>
    public static IEnumerable<(Change Change, ForeignKey Key)> Added(Pass pass) =>
        from change in pass.UpChanges<Operation>()
        let name = change.Operation switch
        {
            AddForeignKey o => o.ForeignKey.Table,
            CreateTable o => o.Table,
            _ => null,
        }
        where name is not null
        let table = change.Change.After.Tables.Find(name)
        where table is not null
        let before = change.Change.Before.Tables.Find(name)
        from key in table.ForeignKeys
        where before is null || !before.ForeignKeys.Contains(key)
        select (change.Change, key);

    /// <summary>The foreign keys that refer to a table.</summary>
    public static IEnumerable<ForeignKey> To(Schema schema, TableName table) =>
        schema.Tables.Where(t => t.ForeignKeys.Count > 0).SelectMany(t => t.ForeignKeys).Where(f => schema.Dialect.Same(f.Referenced, table));

    /// <summary>Whether a foreign key is there.</summary>
    public static bool Has(Schema schema, ForeignKey key) =>
        schema.Tables.Find(key.Table) is { } table && (key.Name.Length > 0 ? table.FindForeignKey(key.Name, schema.Dialect) is not null : table.ForeignKeys.Contains(key));

    /// <summary>Whether a foreign key may refer to columns of a table: a key or a whole unique index has exactly them, or, on MySQL, any index begins with them.</summary>
    public static bool CanRefer(Table table, Items<string> columns, Dialect dialect)
    {
        bool Are(IReadOnlyCollection<string> others) => columns.Count > 0 && others.Count == columns.Count && columns.All(c => others.Contains(c, dialect.Names));
        return (table.PrimaryKey is { } primary && Are(primary.Columns))
            || table.Uniques.Any(u => Are(u.Columns))
            || table.Indexes.Any(i => i.Unique && IsWhole(i) && Are(i.Columns.Select(c => c.Name).ToItems()))
            || (dialect.DropColumnShrinksIndexes && Supports(table, columns, dialect));
    }

    /// <summary>Whether an index or key of the table begins with the columns.</summary>
    public static bool Supports(Table table, Items<string> columns, Dialect dialect)
    {
        bool Begins(IEnumerable<string> others) => columns.Count > 0 && dialect.SameColumns(others.Take(columns.Count).ToItems(), columns);
        return (table.PrimaryKey is { } primary && Begins(primary.Columns)) || table.Uniques.Any(u => Begins(u.Columns)) || table.Indexes.Any(i => Begins(i.Columns.Select(c => c.Name)));
    }

    /// <summary>A foreign key as a message shows it.</summary>
    public static string Name(ForeignKey key) => key.Table + "." + (key.Name.Length > 0 ? key.Name : string.Join(", ", key.Columns));

    private static bool IsWhole(TableIndex index) => !index.Features.Any(f => f.Key.IndexOf("Filter", StringComparison.OrdinalIgnoreCase) >= 0);
}
