using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Model.Folding;

/// <summary>Folds the operations on columns.</summary>
internal static class ColumnFolding
{
    private const string Generation = "PostgresIdentityGeneration";
    private const string Modification = "PostgresIdentityModificationType";

    public static Folded Add(Schema before, AddColumn operation) => Known.Table(before, operation.Table, table =>
    {
        var (column, dialect) = (operation.Column, before.Dialect);
        var there = table.FindColumn(column.Name, dialect) is not null;
        if (there && !table.Touched)
        {
            return new(before, Refused.ExistsOn(table, "column", column.Name));
        }

        if (column.PrimaryKey && table is { PrimaryKey: not null, Touched: false })
        {
            return new(before, Refused.ExistsOn(table, "primary key", table.PrimaryKey.Name));
        }

        var rest = table.Columns.Where(c => !dialect.Names.Equals(c.Name, column.Name));
        return Folded.To(before.With(table with
        {
            Columns = rest.Concat([NewColumn.Created(column)]).ToItems(),
            PrimaryKey = NewColumn.PrimaryKey([column]) ?? table.PrimaryKey,
        }));
    });

    public static Folded Alter(Schema before, AlterColumn operation) => Known.Column(before, operation.Table, operation.Column.Name, (table, column) =>
        Folded.To(before.With(Replaced(table, Altered(column, operation.Column, before.Dialect)))));

    public static Folded Rename(Schema before, RenameColumn operation) => Known.Column(before, operation.Table, operation.Column, (table, column) =>
    {
        var there = table.FindColumn(operation.NewName, before.Dialect);
        return there is not null && there.Name != column.Name && !table.Touched
            ? new(before, Refused.ExistsOn(table, "column", operation.NewName))
            : Folded.To(Following.Column(before, there is null || there == column ? table : Without(table, there.Name, before.Dialect), column.Name, operation.NewName));
    });

    public static Folded Drop(Schema before, DropColumn operation) => Known.Column(before, operation.Table, operation.Column, (table, column) =>
        Folded.To(before.With(Without(table, column.Name, before.Dialect))));

    public static Folded SetDefault(Schema before, SetDefault operation) => Known.Column(before, operation.Table, operation.Column, (table, column) =>
        Folded.To(before.With(Replaced(table, column with { Default = NewColumn.Default(operation.Default) }))));

    public static Folded DropDefault(Schema before, DropDefault operation) => Known.Column(before, operation.Table, operation.Column, (table, column) =>
        Folded.To(before.With(Replaced(table, column with { Default = null }))));

    public static Table Replaced(Table table, Column column) =>
        table with { Columns = table.Columns.Select(c => c.Name == column.Name ? column : c).ToItems() };

    /// <summary>What an engine makes of a restated column: some of what is not said stays, some goes.</summary>
    private static Column Altered(Column before, Column said, Dialect dialect)
    {
        var restatesAll = dialect.AlterDropsDefault;
        var plain = NewColumn.Plain(said) with { Name = before.Name };
        return plain with
        {
            Nullable = said.Nullable ?? (dialect.AlterRestatesNullability ? false : before.Nullable),
            Default = said.Default is null && !restatesAll ? before.Default : plain.Default,
            Identity = !DropsNumbering(said) && (said.Identity || (!restatesAll && before.Identity)),
            Features = Features(before, said),
            Collation = said.Collation ?? (dialect.AlterKeepsCollation ? before.Collation : null),
            Computed = said.Computed ?? (restatesAll ? null : before.Computed),
            Description = said.Description ?? (restatesAll ? null : before.Description),
            Descriptions = said.Descriptions.Count > 0 || restatesAll ? said.Descriptions : before.Descriptions,
        };
    }

    /// <summary>How PostgreSQL numbers a column stays as it was until that is said anew.</summary>
    private static Items<Feature> Features(Column before, Column said) => DropsNumbering(said) ? said.Features.Where(f => f.Key != Modification).ToItems()
        : said.Features.Any(f => f.Key == Generation) ? said.Features
        : said.Features.Concat(before.Features.Where(f => f.Key == Generation)).ToItems();

    private static bool DropsNumbering(Column said) => said.Features.Any(f => f.Key == Modification && f.Values[0].Text is "Drop" or "DropIfExists");

    /// <summary>The table without the column; its keys and indexes go with it, or shrink where the engine has it so.</summary>
    private static Table Without(Table table, string column, Dialect dialect)
    {
        bool Has(IEnumerable<string> columns) => columns.Contains(column, dialect.Names);
        var shrink = dialect.DropColumnShrinksIndexes;
        Key? Kept(Key key) => !Has(key.Columns) ? key
            : shrink && key.Columns.Count > 1 ? key with { Columns = key.Columns.Where(c => !dialect.Names.Equals(c, column)).ToItems() }
            : null;
        TableIndex? KeptIndex(TableIndex index) => !index.Uses(column, dialect) ? index
            : shrink && index.Columns.Count > 1 ? index with { Columns = index.Columns.Where(c => !dialect.Names.Equals(c.Name, column)).ToItems() }
            : null;
        return table with
        {
            Columns = table.Columns.Where(c => !dialect.Names.Equals(c.Name, column)).ToItems(),
            PrimaryKey = table.PrimaryKey is { } primary ? Kept(primary) : null,
            Uniques = Sorted.Keys(table.Uniques.Select(Kept).OfType<Key>()),
            Indexes = table.Indexes.Select(KeptIndex).OfType<TableIndex>().ToItems(),
            ForeignKeys = table.ForeignKeys.Where(f => !Has(f.Columns)).ToItems(),
            Checks = table.Checks.Where(c => !Mentions(c.Expression, column, dialect)).ToItems(),
        };
    }

    /// <summary>Whether an expression names a column.</summary>
    public static bool Mentions(string expression, string column, Dialect dialect) => StatementSplitter.Split(expression, dialect.Kind, insideBatches: true)
        .SelectMany(s => s.Tokens)
        .Any(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Name && dialect.Names.Equals(t.Text, column));
}
