using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes operations on columns.</summary>
internal static class ColumnInverting
{
    public static Inverse Add(AddColumn operation, Schema before)
    {
        if (before.Tables.Find(operation.Table) is not { } table || table.FindColumn(operation.Column.Name, before.Dialect) is not null)
        {
            return Invert.Unknown;
        }

        var (column, drop) = (operation.Column, new DropColumn(table.Name, operation.Column.Name));
        return column.PrimaryKey
            ? Inverse.Whole(new DropKey(table.Name, KeyKind.Primary, column.PrimaryKeyName) { Columns = Items.Of(column.Name) }, drop)
            : Inverse.Whole(drop);
    }

    public static Inverse Alter(AlterColumn operation, Schema before, Schema after)
    {
        if (Find(operation.Table, operation.Column.Name, before) is not var (table, column)
            || after.Tables.Find(table.Name)?.FindColumn(column.Name, after.Dialect) is not { } altered)
        {
            return Invert.Unknown;
        }

        var restated = new AlterColumn(table.Name, column);
        var operations = altered.Default == column.Default ? Items.Of<Operation>(restated) : Items.Of(restated, Default(table, column));
        return KeepsValues(column.Type, altered.Type, before)
            ? new Inverse(operations, Wholeness.Whole, null)
            : new Inverse(operations, Wholeness.StructureOnly, "Values that the new type cannot hold exactly are lost.");
    }

    public static Inverse Rename(RenameColumn operation, Schema before) => Find(operation.Table, operation.Column, before) is var (table, column)
        ? Inverse.Whole(new RenameColumn(table.Name, operation.NewName, column.Name))
        : Invert.Unknown;

    public static Inverse Drop(DropColumn operation, Schema before, Schema after)
    {
        if (Find(operation.Table, operation.Column, before) is not var (table, column) || after.Tables.Find(table.Name) is not { } left)
        {
            return Invert.Unknown;
        }

        var key = before.Dialect.NumberedColumnsAreKeys && column.Identity && table.PrimaryKey is { Features.Count: 0 } own && own.Columns.Count == 1 && before.Dialect.Names.Equals(own.Columns[0], column.Name) ? own : null;
        return Inverse.Structure(
            "The column comes back without its values.",
            [
                new AddColumn(table.Name, key is null ? column : column with { PrimaryKey = true, PrimaryKeyName = key.Name }),
                .. PartInverting.Restored(table, key is null ? left : left with { PrimaryKey = key }),
            ]);
    }

    public static Inverse Default(TableName name, string column, Schema before) =>
        Find(name, column, before) is var (table, found) ? Inverse.Whole(Default(table, found)) : Invert.Unknown;

    private static bool KeepsValues(ColumnType from, ColumnType to, Schema schema) =>
        from == to || (from.Kind != TypeKind.Custom && to.Kind != TypeKind.Custom && Narrowing.Loss(from, to, schema.Dialect) is null);

    private static Operation Default(Table table, Column column) => column.Default is { } value
        ? new SetDefault(table.Name, column.Name, value)
        : new DropDefault(table.Name, column.Name);

    private static (Table Table, Column Column)? Find(TableName name, string column, Schema schema) =>
        schema.Tables.Find(name) is { } table && table.FindColumn(column, schema.Dialect) is { } found ? (table, found) : null;
}
