using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>Finds the rows that Up inserts and Down deletes by their values, which rows of before may have as well.</summary>
internal sealed class Sparing
{
    private readonly Trace _up;
    private readonly Trace _down;
    private readonly Dialect _dialect;
    private readonly Renaming _there;
    private readonly Renaming _back;
    private readonly List<Insertion> _insertions = [];

    public Sparing(Trace up, Trace down, bool silent, IEnumerable<(int Step, TableName Table)> inserts)
    {
        (_up, _down, _dialect) = (up, down, up.Before.Dialect);
        (_there, _back) = (new Renaming(up.Steps, _dialect), new Renaming(down.Steps, _dialect));
        foreach (var table in inserts.GroupBy(i => up.Before.Tables.Find(_there.Back(new(i.Table), i.Step)!.Table)!))
        {
            IsWhole &= Look(table.Key, [.. table.Select(t => t.Step).OrderBy(s => s)], silent);
        }
    }

    public Items<Insertion> Insertions => _insertions.ToItems();

    /// <summary>Whether no row of before goes with those that were inserted.</summary>
    public bool IsWhole { get; } = true;

    private bool Look(Table table, int[] inserts, bool silent)
    {
        if (_there.Forth(new(table.Name), 0, _up.Steps.Count) is not { } last)
        {
            return true;
        }

        var deletes = Enumerable.Range(0, _down.Steps.Count).Where(at => _back.Forth(last, 0, at) is { } now && Deletes(_down.Steps[at].Step.Operation, now.Table)).ToArray();
        if (deletes.Length == 0 || IsTold(table, inserts, deletes))
        {
            return true;
        }

        // Where Down makes a rule stricter behind it, the delete makes room for that, whoever wrote the rows.
        if (!silent && _down.Steps.Skip(deletes[0]).Select((s, i) => (s.Step.Operation, Now: _back.Forth(last, 0, deletes[0] + i))).Any(s => s.Now is not null && Tightens(s.Operation, s.Now.Table)))
        {
            return false;
        }

        var columns = table.Columns.Where(c => c.Computed is null).Select(c => c.Name).Where(c => inserts.All(i => At(table, i, c) is not null) && deletes.All(d => Below(table, d, c) is not null)).ToItems();
        var key = table.PrimaryKey?.Columns ?? Items<string>.Empty;
        if (table.Touched || !key.All(k => columns.Contains(k)))
        {
            return false;
        }

        KeptPlace Place(TableName name, Schema schema, Func<string, string> now) =>
            new(name, columns.Select(now).ToItems(), key.Select(now).ToItems()) { RowNumber = KeptPlace.RowNumberOf(schema.Tables.Find(name)!) };
        _insertions.Add(new(
            new(table.Name, columns, key),
            inserts.Distinct().Select(i => new PlaceAt(i, Place(_there.Forth(new(table.Name), 0, i)!.Table, _up.Steps[i].Before, c => At(table, i, c)!))).ToItems(),
            Place(last.Table, _down.Before, c => At(table, _up.Steps.Count, c)!),
            deletes.Select(d => new PlaceAt(d, Place(_back.Forth(last, 0, d)!.Table, _down.Steps[d].Before, c => Below(table, d, c)!))).ToItems()));
        return true;
    }

    // A row that was there before cannot have had a key that Up could insert.
    private bool IsTold(Table table, int[] inserts, int[] deletes)
    {
        var keys = Items.Of(table.PrimaryKey).OfType<Key>().Concat(table.Uniques).ToArray();
        var inserted = inserts.Select(i => _up.Steps[i].Step.Operation as InsertRows).ToArray();
        var deleted = deletes.Select(d => _down.Steps[d].Step.Operation as DeleteRows).ToArray();
        return inserts.Distinct().Count() == inserts.Length && keys.All(k => k.OnConflict() is null)
            && inserted.All(o => o is not null && _dialect.Same(o.Table, table.Name)) && deleted.All(o => o is { AllRows: false } && _dialect.Same(o.Table, table.Name))
            && deleted.SelectMany(o => o!.Where).All(d => keys.Any(k => Stated(d, k) is { } key && inserted.SelectMany(o => o!.Rows).Any(r => key.Equals(Stated(r, k)))));
    }

    private Items<Value>? Stated(Row row, Key key)
    {
        var values = key.Columns.Select(k => row.Cells.FirstOrDefault(c => _dialect.Names.Equals(c.Column, k))?.Value).OfType<Value>().ToItems();
        return values.Count == key.Columns.Count && values.All(v => v.Kind is not (ValueKind.Null or ValueKind.System or ValueKind.Sql or ValueKind.Unknown)) ? values : null;
    }

    private string? At(Table table, int step, string column) => _there.Forth(new(table.Name, column), 0, step)?.Column;

    private string? Below(Table table, int step, string column) => _there.Forth(new(table.Name, column), 0, _up.Steps.Count) is { } last ? _back.Forth(last, 0, step)?.Column : null;

    private bool Deletes(Operation operation, TableName table) => operation switch
    {
        DeleteRows o => _dialect.Same(o.Table, table),
        RawSql o => SqlEffects.Read(o.Text, _dialect.Kind).Any(e => e is DeletesRows d ? _dialect.Same(d.Table, table) : e is SqlChange { Operation: DeleteRows r } && _dialect.Same(r.Table, table)),
        _ => false,
    };

    private bool Tightens(Operation operation, TableName table) => operation switch
    {
        AlterColumn o => _dialect.Same(o.Table, table),
        AddKey o => _dialect.Same(o.Table, table),
        AddForeignKey o => _dialect.Same(o.ForeignKey.Table, table),
        CreateIndex { Index.Unique: true } o => _dialect.Same(o.Index.Table, table),
        RawSql o => SqlEffects.Read(o.Text, _dialect.Kind).Any(e => e is SqlChange c ? Tightens(c.Operation, table) : e is CreatesIndex { Index.Unique: true } i && _dialect.Same(i.Index.Table, table)),
        _ => false,
    };
}
