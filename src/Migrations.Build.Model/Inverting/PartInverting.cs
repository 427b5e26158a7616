using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Inverting;

/// <summary>Undoes operations on keys, foreign keys and indexes: by what the table had before.</summary>
internal static class PartInverting
{
    public static Inverse Of(TableName name, Schema before, Schema after) =>
        before.Tables.Find(name) is not { } table || after.Tables.Find(name) is not { } changed ? Invert.Unknown
        : table.Touched ? Made(table, changed)
        : Inverse.Whole([.. Restored(table, changed), .. Nullability(table, changed)]);

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

    // Whatever something opaque did to the table: a part that could be made was not there before.
    private static Inverse Made(Table before, Table after)
    {
        var lost = before.ForeignKeys.Any(f => !after.ForeignKeys.Contains(f)) || before.Indexes.Any(i => !after.Indexes.Contains(i)) || before.Uniques.Any(k => !after.Uniques.Contains(k));
        var undoing = lost || before.PrimaryKey != after.PrimaryKey ? Items<Operation>.Empty : Restored(before, after).ToItems();
        return undoing.Count == 0 ? Invert.Unknown : new(undoing, Wholeness.Whole, null);
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
