using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Tests.Generating;

/// <summary>Makes up an operation that mostly fits a schema; names are spelt in another case at times where the engine does not mind.</summary>
internal sealed class ValidOperation(Choices c, Schema schema)
{
    public Operation Next() => schema.Tables.Count == 0 ? CreateTable() : OnTable(c.From(schema.Tables)) ?? CreateTable();

    private Operation? OnTable(Table table)
    {
        var name = Spelt(table.Name);
        var column = table.Columns.Count == 0 ? null : c.From(table.Columns);
        return c.Below(22) switch
        {
            0 => new CreateSchema("s" + c.Below(4)),
            1 => schema.Schemas.Count > 0 && schema.Tables.All(t => t.Name.Schema is null) ? new DropSchema(c.From(schema.Schemas)) : null,
            2 => Referring(table).Any(f => f.Table != table.Name) ? null : new DropTable(name) { IfExists = c.Chance(20) },
            3 => new RenameTable(name, c.From(AnyPart.Tables)),
            4 => schema.Schemas.Count > 0 ? new MoveTable(name, c.Chance(70) ? c.From(schema.Schemas) : schema.Dialect.DefaultSchema ?? "") : null,
            5 => new DescribeTable(name, c.Chance(80) ? AnyPart.Text(c) : null),
            6 or 7 => new AddColumn(name, NewColumn(c.From(AnyPart.Columns)) with { PrimaryKey = table.PrimaryKey is null && c.Chance(30), PrimaryKeyName = "PK" }),
            8 => column is null ? null : new AlterColumn(name, NewColumn(Spelt(column.Name)) with { Identity = c.Chance(10) }),
            9 => column is null ? null : new RenameColumn(name, Spelt(column.Name), c.From(AnyPart.Columns)),
            10 => column is null || Referring(table).Any(f => f.ReferencedColumns.Contains(column.Name)) ? null : new DropColumn(name, Spelt(column.Name)),
            11 => column is null ? null : new SetDefault(name, Spelt(column.Name), AnyPart.Value(c)),
            12 => column is null ? null : new DropDefault(name, Spelt(column.Name)),
            13 => column is null ? null : new AddKey(name, c.Of(KeyKind.Unique, KeyKind.Primary), NewKey(table)),
            14 => DropKey(table, name),
            15 => column is null ? null : AddForeignKey(table),
            16 => table.ForeignKeys.Count == 0 ? null : new DropForeignKey(name, Spelt(c.From(table.ForeignKeys).Name)),
            17 => column is null ? null : CreateIndex(table),
            18 => table.Indexes.Count == 0 ? null : new DropIndex(name, Spelt(c.From(table.Indexes).Name)),
            19 => Sequence(),
            20 => column is null ? null : Rows(table),
            _ => View(table),
        };
    }

    private CreateTable CreateTable()
    {
        var names = AnyPart.Columns.Where(_ => c.Chance(60)).DefaultIfEmpty("Id").ToItems();
        var keys = c.Below(3);
        var columns = names.Select((n, i) => NewColumn(n) with { PrimaryKey = i < keys, PrimaryKeyName = i < keys ? "PK" : null, Identity = i == 0 && keys == 1 && c.Chance(50) });
        return new CreateTable(new(schema.Schemas.Count > 0 && c.Chance(30) ? c.From(schema.Schemas) : null, c.From(AnyPart.Tables)), columns.ToItems())
        {
            Description = c.Chance(20) ? AnyPart.Text(c) : null,
            IfNotExists = c.Chance(10),
        };
    }

    private Column NewColumn(string name) => AnyPart.Definition(c, name);

    private Key NewKey(Table table) => new("UQ_" + c.Below(30), Names(table)) { Features = AnyPart.Features(c) };

    private Items<string> Names(Table table)
    {
        var first = c.Below(table.Columns.Count);
        return table.Columns.Skip(first).Take(1 + c.Below(2)).Reverse().Select(column => Spelt(column.Name)).ToItems();
    }

    private DropKey? DropKey(Table table, TableName name) =>
        table.PrimaryKey is { } key && c.Chance(50) ? new DropKey(name, KeyKind.Primary, key.Name is { } primary ? Spelt(primary) : null)
        : table.Uniques.Count > 0 && c.From(table.Uniques) is var unique ? new DropKey(name, KeyKind.Unique, Spelt(unique.Name!))
        : null;

    private AddForeignKey AddForeignKey(Table table)
    {
        var referenced = c.From(schema.Tables.Where(t => t.Columns.Count > 0).ToItems());
        var (columns, keys) = (Names(table), Names(referenced));
        var count = Math.Min(columns.Count, keys.Count);
        return new(new ForeignKey("FK_" + c.Below(30), Spelt(table.Name), columns.Take(count).ToItems(), Spelt(referenced.Name), keys.Take(count).ToItems())
        {
            OnDelete = c.From(Enum.GetValues<ForeignKeyAction>()),
            OnUpdate = c.From(Enum.GetValues<ForeignKeyAction>()),
        });
    }

    private CreateIndex CreateIndex(Table table) => new(new TableIndex("IX_" + c.Below(60), Spelt(table.Name), Names(table).Select(n => new IndexColumn(n) { Descending = c.Chance(30) }).ToItems())
    {
        Unique = c.Chance(30),
        Features = AnyPart.Features(c),
    });

    private Operation Sequence() => schema.Sequences.Count > 0 && c.Chance(40)
        ? new DropSequence(Spelt(c.From(schema.Sequences).Name))
        : new CreateSequence(AnyPart.Sequence(c) with { Name = TableName.Of("seq" + c.Below(20)) });

    private Operation Rows(Table table)
    {
        Row Row() => new(table.Columns.Select(column => new Cell(Spelt(column.Name), AnyPart.Value(c))).ToItems());
        return c.Below(3) switch
        {
            0 => new InsertRows(Spelt(table.Name), c.List(2, Row)),
            1 => new UpdateRows(Spelt(table.Name), Row().Cells, Items<Cell>.Empty, true),
            _ => new DeleteRows(Spelt(table.Name), Items.Of(Row()), false),
        };
    }

    private RawSql View(Table table)
    {
        var quoted = QuotedName.Of(table.Name, schema.Dialect);
        return new(schema.Views.Count > 0 && c.Chance(40) ? "DROP VIEW " + QuotedName.Of(c.From(schema.Views).Name, schema.Dialect) : "CREATE VIEW v" + c.Below(9) + " AS SELECT * FROM " + quoted, SqlSource.Statement);
    }

    /// <summary>The foreign keys that would keep an engine from dropping what they refer to.</summary>
    private IEnumerable<ForeignKey> Referring(Table table) => schema.Tables.SelectMany(t => t.ForeignKeys).Where(f => f.Referenced == table.Name);

    private TableName Spelt(TableName name) => name with { Name = Spelt(name.Name) };

    private string Spelt(string name) => schema.Dialect.Names.Equals("a", "A") && c.Chance(10) ? name.ToUpperInvariant() : name;
}
