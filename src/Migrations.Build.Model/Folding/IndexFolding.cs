using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on indexes.</summary>
internal static class IndexFolding
{
    public static Folded Create(Schema before, CreateIndex operation) => Known.Table(before, operation.Index.Table, table =>
    {
        var (index, dialect) = (operation.Index, before.Dialect);
        if (Known.MissingColumn(table, index.Columns.Select(c => c.Name), dialect) is { } missing)
        {
            return new(before, missing);
        }

        if (!table.Touched && Owner(before, table, index.Name) is { } owner)
        {
            return new(before, Refused.ExistsOn(owner, "index", index.Name));
        }

        var columns = index.Columns.Select(c => c with { Name = table.FindColumn(c.Name, dialect)?.Name ?? c.Name }).ToItems();
        var name = table.FindIndex(index.Name, dialect)?.Name ?? index.Name;
        return Folded.To(before.With(table.With(index with { Name = name, Table = table.Name, Columns = columns })));
    });

    public static Folded Drop(Schema before, DropIndex operation)
    {
        if (Find(before, operation) is var (owner, index))
        {
            return Folded.To(before.With(owner with { Indexes = owner.Indexes.Where(i => i != index).ToItems() }));
        }

        return Known.Table(before, operation.Table, table => DropUnique(before, table, operation));
    }

    /// <summary>The index that an operation drops, and its table: by name alone where names are unique in the schema.</summary>
    public static (Table Owner, TableIndex Index)? Find(Schema schema, DropIndex operation)
    {
        var table = schema.Tables.Find(operation.Table);
        if (table is not null && operation.Name.Length == 0 && ByColumns(schema, table, operation.Columns) is { } unnamed)
        {
            return (table, unnamed);
        }

        var owner = table?.FindIndex(operation.Name, schema.Dialect) is not null ? table
            : schema.Dialect.IndexNamesPerSchema ? InSchema(schema, schema.Dialect.Resolve(operation.Table), operation.Name)
            : null;
        return owner?.FindIndex(operation.Name, schema.Dialect) is { } index ? (owner, index) : null;
    }

    private static TableIndex? ByColumns(Schema schema, Table table, Items<string> columns) =>
        table.Indexes.FirstOrDefault(i => schema.Dialect.SameColumns(i.Columns.Select(c => c.Name).ToItems(), columns));

    private static Folded DropUnique(Schema before, Table table, DropIndex operation) =>
        before.Dialect.UniquesAreIndexes && table.FindUnique(operation.Name, before.Dialect) is { } key
            ? Folded.To(before.With(table with { Uniques = table.Uniques.Where(k => k != key).ToItems() }))
            : new(before, table.Touched ? null : Refused.UnknownPart("index", table, operation.Name, table.Indexes.Select(i => i.Name)));

    private static Table? Owner(Schema schema, Table table, string index)
    {
        bool Taken(Table t) => t.FindIndex(index, schema.Dialect) is not null || (schema.Dialect.UniquesAreIndexes && t.FindUnique(index, schema.Dialect) is not null);
        return Taken(table) ? table
            : schema.Dialect.IndexNamesPerSchema ? InSchema(schema, table.Name, index) is { Touched: false } other ? other : null
            : null;
    }

    /// <summary>The table of a schema that has the index. A loop without any waste: it runs over all tables for every new index.</summary>
    private static Table? InSchema(Schema schema, TableName beside, string index)
    {
        var names = schema.Dialect.Names;
        for (var i = 0; i < schema.Tables.Count; i++)
        {
            var table = schema.Tables[i];
            for (var j = 0; j < table.Indexes.Count; j++)
            {
                if (names.Equals(table.Indexes[j].Name, index) && names.Equals(table.Name.Schema ?? "", beside.Schema ?? ""))
                {
                    return table;
                }
            }
        }

        return null;
    }
}
