using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>Takes keys out of the text of a table, by their name or else by their columns.</summary>
internal static class KeyEdits
{
    /// <summary>The table without its primary key, and without what numbers rows by it.</summary>
    public static TableText WithoutPrimaryKey(TableText table) =>
        Without(table, (clause, _) => clause.Kind == ClauseKind.PrimaryKey) ?? throw new KeyNotFoundException("the table has no primary key");

    /// <summary>The table without a foreign key.</summary>
    public static TableText WithoutForeignKey(TableText table, Schema before, DropForeignKey operation)
    {
        var known = before.Tables.Find(operation.Table) is { } folded ? FoldedKey(before, folded, operation) : null;
        var key = known ?? operation.Described;
        return (operation.Name.Length > 0 ? Without(table, (clause, _) => clause.Kind == ClauseKind.ForeignKey && Same(clause.Name, operation.Name)) : null)
            ?? (key is null ? null : Without(table, (clause, columns) => clause.Kind == ClauseKind.ForeignKey && Same(columns, key.Columns) && Same(clause.Referenced, key.Referenced.Name)))
            ?? throw new KeyNotFoundException($"the table has no foreign key '{operation.Name}'");
    }

    /// <summary>Whether the unique constraint stands in the text of the table, and is no index of its own.</summary>
    public static bool HasUnique(SqliteReplay replay, DropKey operation)
    {
        var objects = replay.Objects(operation.Table.Name);
        return objects.Count > 0
            && !objects.Any(o => o.Type == "index" && Same(o.Name, operation.Name))
            && TableText.Read(objects[0].Sql)?.Find((clause, columns) => IsMeant(clause, columns, operation)) is not null;
    }

    /// <summary>The table without the unique constraint.</summary>
    public static TableText WithoutUnique(TableText table, DropKey operation) =>
        Without(table, (clause, columns) => IsMeant(clause, columns, operation)) ?? table;

    private static bool IsMeant(Clause clause, Items<string> columns, DropKey operation) => clause.Kind == ClauseKind.Unique
        && ((operation.Name is not null && Same(clause.Name, operation.Name)) || (clause.Name is null && operation.Columns.Count > 0 && Same(columns, operation.Columns)));

    private static ForeignKey? FoldedKey(Schema before, Table table, DropForeignKey operation) =>
        table.ForeignKeys.FirstOrDefault(k => operation.Name.Length > 0 && before.Dialect.Names.Equals(k.Name, operation.Name))
        ?? table.ForeignKeys.FirstOrDefault(k => operation.Described is { } said && before.Dialect.SameColumns(k.Columns, said.Columns) && before.Dialect.Same(k.Referenced, said.Referenced));

    private static TableText? Without(TableText table, Func<Clause, Items<string>, bool> fits) =>
        table.Find(fits) is var (part, clause) ? table.Without(part, clause) : null;

    private static bool Same(string? a, string? b) => AsciiComparer.IgnoreCase.Equals(a, b);

    private static bool Same(Items<string> a, Items<string> b) => a.Count == b.Count && a.Zip(b, Same).All(s => s);
}
