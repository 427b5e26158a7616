using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes operations on keys, foreign keys and indexes: by what the table had before.</summary>
internal static class PartInverting
{
    public static Inverse Of(TableName name, Schema before, Schema after) =>
        before.Tables.Find(name) is { Touched: false } table && after.Tables.Find(name) is { } changed
            ? Inverse.Whole([.. Restored(table, changed), .. Nullability(table, changed)])
            : Invert.Unknown;

    /// <summary>The operations that give a table its parts again: what is too much goes first, foreign keys before the keys they may need.</summary>
    public static IEnumerable<Operation> Restored(Table before, Table after)
    {
        var name = before.Name;
        return
        [
            .. after.ForeignKeys.Where(f => !before.ForeignKeys.Contains(f)).Select(f => new DropForeignKey(name, f.Name) { Described = f }),
            .. after.Indexes.Where(i => !before.Indexes.Contains(i)).Select(i => new DropIndex(name, i.Name) { Columns = i.Columns.Select(c => c.Name).ToItems() }),
            .. after.Uniques.Where(k => !before.Uniques.Contains(k)).Select(k => new DropKey(name, KeyKind.Unique, k.Name) { Columns = k.Columns }),
            .. PrimaryKey(before, after),
            .. before.Uniques.Where(k => !after.Uniques.Contains(k)).Select(k => new AddKey(name, KeyKind.Unique, k)),
            .. before.Indexes.Where(i => !after.Indexes.Contains(i)).Select(i => new CreateIndex(i)),
            .. before.ForeignKeys.Where(f => !after.ForeignKeys.Contains(f)).Select(f => new AddForeignKey(f)),
        ];
    }

    private static IEnumerable<Operation> PrimaryKey(Table before, Table after)
    {
        if (before.PrimaryKey == after.PrimaryKey)
        {
            yield break;
        }

        if (after.PrimaryKey is { } made)
        {
            yield return new DropKey(before.Name, KeyKind.Primary, made.Name) { Columns = made.Columns };
        }

        if (before.PrimaryKey is { } key)
        {
            yield return new AddKey(before.Name, KeyKind.Primary, key);
        }
    }

    /// <summary>A primary key makes its columns NOT NULL, and they stay so without it.</summary>
    private static IEnumerable<Operation> Nullability(Table before, Table after) =>
        before.Columns.Zip(after.Columns, (was, is_) => (was, is_)).Where(p => p.was != p.is_).Select(p => new AlterColumn(before.Name, p.was));
}
