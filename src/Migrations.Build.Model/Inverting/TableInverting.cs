using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes operations on whole tables.</summary>
internal static class TableInverting
{
    public static Inverse Create(CreateTable operation, Schema before)
    {
        var existing = before.Tables.Find(operation.Table);
        return existing is not null ? operation.IfNotExists ? Inverse.Whole() : Invert.Unknown
            : operation.IfNotExists && before.Touched ? Invert.Unknown
            : Inverse.Whole(new DropTable(before.Dialect.Resolve(operation.Table)));
    }

    public static Inverse Drop(DropTable operation, Schema before)
    {
        if (before.Tables.Find(operation.Table) is not { } table)
        {
            return operation.IfExists && !before.Touched ? Inverse.Whole() : Invert.Unknown;
        }

        return table.Touched || (table.PrimaryKey?.OnConflict() is not null && table.Columns.Any(c => c.Identity))
            ? Inverse.Nothing("The table's shape is not known, since something opaque may have changed it.")
            : Inverse.Structure("The table comes back without its rows.", [.. Rebuilt(table, before)]);
    }

    public static Inverse Rename(RenameTable operation, Schema before) => before.Tables.Find(operation.Table) is { } table
        ? Inverse.Whole(new RenameTable(table.Name with { Name = operation.NewName }, table.Name.Name))
        : Invert.Unknown;

    public static Inverse Move(MoveTable operation, Schema before)
    {
        if (before.Tables.Find(operation.Table) is not { } table)
        {
            return Invert.Unknown;
        }

        // An engine without schemas moves nothing.
        return before.Dialect.DefaultSchema is { } usual
            ? Inverse.Whole(new MoveTable(before.Dialect.Resolve(table.Name with { Schema = operation.ToSchema }), table.Name.Schema ?? usual))
            : Inverse.Whole();
    }

    public static Inverse Describe(DescribeTable operation, Schema before) =>
        operation.Description is null ? Inverse.Whole()
        : before.Tables.Find(operation.Table) is not { } table ? Invert.Unknown
        : table.Description is null ? Inverse.Nothing("A description can be replaced, but not taken away.")
        : Inverse.Whole(new DescribeTable(table.Name, table.Description));

    /// <summary>The operations that make a table and all that belongs to it.</summary>
    private static IEnumerable<Operation> Rebuilt(Table table, Schema schema)
    {
        var key = table.PrimaryKey;
        var inline = key is not null && key.Features.Count == 0 && InOrder(key, table);
        var columns = table.Columns.Select(c => inline && key!.Columns.Contains(c.Name) ? c with { PrimaryKey = true, PrimaryKeyName = key.Name } : c);
        yield return new CreateTable(table.Name, columns.ToItems()) { Description = table.Description };
        var bare = table with { PrimaryKey = inline ? key : null, Uniques = Items<Key>.Empty, Indexes = Items<TableIndex>.Empty, ForeignKeys = Items<ForeignKey>.Empty };
        foreach (var part in PartInverting.Restored(table, bare))
        {
            yield return part;
        }

        foreach (var trigger in schema.Triggers.Where(t => t.Table is not null && schema.Dialect.Same(t.Table, table.Name)))
        {
            yield return new RawSql(trigger.Text, SqlSource.Statement);
        }
    }

    /// <summary>Whether the key has its columns in the table's order, so that the columns can say it.</summary>
    private static bool InOrder(Key key, Table table) =>
        key.Columns.SequenceEqual(table.Columns.Select(c => c.Name).Where(n => key.Columns.Contains(n)));
}
