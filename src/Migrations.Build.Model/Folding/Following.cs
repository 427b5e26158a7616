using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Carries a new name of a table or column to everything that refers to it.</summary>
internal static class Following
{
    public static Schema Table(Schema schema, Table table, TableName to)
    {
        var dialect = schema.Dialect;
        var renamed = table with
        {
            Name = to,
            Indexes = table.Indexes.Select(i => i with { Table = to }).ToItems(),
            ForeignKeys = table.ForeignKeys.Select(f => f with { Table = to }).ToItems(),
        };
        var tables = schema.Tables.Without(table.Name).With(renamed);
        return schema with { Tables = Referring(tables, table.Name, dialect, f => f with { Referenced = to }), Triggers = Triggers(schema, table.Name, to), Views = Views(schema, table.Name, to) };
    }

    public static Schema Column(Schema schema, Table table, string from, string to)
    {
        var dialect = schema.Dialect;
        string Name(string column) => dialect.Names.Equals(column, from) ? to : column;
        Key Keyed(Key key) => key with { Columns = key.Columns.Select(Name).ToItems() };
        var renamed = table with
        {
            Columns = table.Columns.Select(c => c with { Name = Name(c.Name) }).ToItems(),
            PrimaryKey = table.PrimaryKey is { } primary ? Keyed(primary) : null,
            Uniques = Sorted.Keys(table.Uniques.Select(Keyed)),
            ForeignKeys = table.ForeignKeys.Select(f => f with { Columns = f.Columns.Select(Name).ToItems() }).ToItems(),
            Indexes = table.Indexes.Select(i => Index(i, Name)).ToItems(),
        };
        var tables = schema.Tables.With(renamed);
        return schema with
        {
            Tables = Referring(tables, table.Name, dialect, f => f with { ReferencedColumns = f.ReferencedColumns.Select(Name).ToItems() }),
        };
    }

    private static TableIndex Index(TableIndex index, Func<string, string> name) => index with
    {
        Columns = index.Columns.Select(c => c with { Name = name(c.Name) }).ToItems(),
        Features = index.Features.Select(f => TableObjects.IsInclude(f) ? f with { Values = f.Values.Select(v => Value(v, name)).ToItems() } : f).ToItems(),
    };

    private static Value Value(Value value, Func<string, string> name) =>
        value is { Kind: ValueKind.Text, Text: { } text } ? value with { Text = name(text) } : value;

    private static Catalog<Table> Referring(Catalog<Table> tables, TableName referenced, Dialect dialect, Func<ForeignKey, ForeignKey> change)
    {
        bool Refers(ForeignKey key) => dialect.Same(key.Referenced, referenced);
        return tables.Each(t => t.ForeignKeys.Any(Refers)
            ? t with { ForeignKeys = t.ForeignKeys.Select(f => Refers(f) ? change(f) : f).ToItems() }
            : t);
    }

    /// <summary>SQLite writes the new name into views, and PostgreSQL's know the table and not its name.</summary>
    private static Catalog<View> Views(Schema schema, TableName from, TableName to) => schema.Dialect.ViewsFollowTables
        ? schema.Views.Each(v => References.Renamed(v.Text, from, to, schema.Dialect) is { } text ? v with { Text = text } : v)
        : schema.Views;

    private static Catalog<Trigger> Triggers(Schema schema, TableName from, TableName to)
    {
        var triggers = schema.Triggers;
        foreach (var trigger in schema.Triggers.Where(t => t.Table is not null && schema.Dialect.Same(t.Table, from)))
        {
            var name = schema.Dialect.TriggerNamesPerTable ? TriggerName.Kept(TriggerName.Own(trigger), to) : trigger.Name;
            triggers = triggers.Without(trigger.Name).With(trigger with { Name = name, Table = to });
        }

        return schema.Dialect.ViewsFollowTables
            ? triggers.Each(t => References.Renamed(t.Text, from, to, schema.Dialect) is { } text ? t with { Text = text } : t)
            : triggers;
    }
}
