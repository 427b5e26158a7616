using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on whole tables.</summary>
internal static class TableFolding
{
    public static Folded Create(Schema before, CreateTable operation)
    {
        var name = before.Dialect.Resolve(operation.Table);
        var existing = before.Tables.Find(name);
        if (existing is not null && operation.IfNotExists)
        {
            return Folded.To(before);
        }

        if (existing is { Touched: false } || before.Views.Find(name) is not null)
        {
            return new(before, Refused.Exists("table", name.ToString()));
        }

        var table = new Table(name, Distinct(operation.Columns, before).Select(NewColumn.Created).ToItems())
        {
            PrimaryKey = NewColumn.PrimaryKey(operation.Columns),
            Description = operation.Description,
            // Where something opaque was at work, the table may have been there in another shape.
            Touched = operation.IfNotExists && before.Touched,
            Filled = operation.IfNotExists && before.Touched,
        };

        // A missing schema is told once; the table is taken as made, so that what follows is judged by itself.
        return new(before.With(table), Twice(before, table.Name, operation.Columns) ?? Known.MissingSchema(before, name.Schema));
    }

    public static Folded Drop(Schema before, DropTable operation)
    {
        if (operation.IfExists && before.Tables.Find(operation.Table) is null)
        {
            return Folded.To(before);
        }

        return Known.Table(before, operation.Table, table => Folded.To(Without(before, table)));
    }

    public static Folded Rename(Schema before, RenameTable operation) =>
        Known.Table(before, operation.Table, table => MoveTo(before, table, table.Name with { Name = operation.NewName }));

    public static Folded Move(Schema before, MoveTable operation) => Known.Table(before, operation.Table, table =>
    {
        var moved = MoveTo(before, table, before.Dialect.Resolve(table.Name with { Schema = operation.ToSchema }));
        return moved.Refusal is null ? moved with { Refusal = Known.MissingSchema(before, operation.ToSchema) } : moved;
    });

    public static Folded Describe(Schema before, DescribeTable operation) => Known.Table(before, operation.Table, table =>
        Folded.To(operation.Description is null ? before : before.With(table with { Description = operation.Description })));

    /// <summary>The schema without the table and its triggers; foreign keys that refer to it are other tables' own.</summary>
    public static Schema Without(Schema schema, Table table)
    {
        var triggers = schema.Triggers;
        foreach (var trigger in schema.Triggers.Where(t => t.Table is not null && schema.Dialect.Same(t.Table, table.Name)))
        {
            triggers = triggers.Without(trigger.Name);
        }

        return schema with { Tables = schema.Tables.Without(table.Name), Triggers = triggers };
    }

    private static Folded MoveTo(Schema before, Table table, TableName to)
    {
        var there = before.Tables.Find(to);
        if (there is { Touched: false } && !before.Dialect.Same(table.Name, to))
        {
            return new(before, Refused.Exists("table", to.ToString()));
        }

        return Folded.To(Following.Table(before, table, to));
    }

    private static IEnumerable<Column> Distinct(IEnumerable<Column> columns, Schema schema)
    {
        var seen = new HashSet<string>(schema.Dialect.Names);
        return columns.Where(c => seen.Add(c.Name)).ToArray();
    }

    private static Refusal? Twice(Schema schema, TableName table, IEnumerable<Column> columns)
    {
        var seen = new HashSet<string>(schema.Dialect.Names);
        return columns.FirstOrDefault(c => !seen.Add(c.Name)) is { } twice ? Refused.Exists("column", table + "." + twice.Name) : null;
    }
}
