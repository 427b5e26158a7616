using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Gives the keys of a table the names that PostgreSQL would, where SQL text gives none: later text may drop them by these names.</summary>
internal static class ServerNames
{
    public static Table Given(Table table, DatabaseKind database) => database != DatabaseKind.Postgres ? table : table with
    {
        PrimaryKey = table.PrimaryKey is { Name: null } key ? key with { Name = table.Name.Name + "_pkey" } : table.PrimaryKey,
        Uniques = Sorted.Keys(table.Uniques.Select(k => k.Name is null ? k with { Name = Name(table, k.Columns, "key") } : k)),
        ForeignKeys = table.ForeignKeys.Select(f => f.Name.Length == 0 ? f with { Name = Name(table, f.Columns, "fkey") } : f)
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToItems(),
    };

    private static string Name(Table table, Items<string> columns, string suffix) =>
        table.Name.Name + "_" + string.Join("_", columns) + "_" + suffix;
}
