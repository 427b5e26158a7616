using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>Finds the data of before that one way of a migration destroys. What that way made itself does not count.</summary>
internal sealed class Destroying
{
    private readonly Trace _trace;
    private readonly Dialect _dialect;
    private readonly Renaming _names;
    private readonly Items<string> _touches;
    private readonly List<Keep> _keeps = [];
    private readonly List<(int Step, TableName Table)> _inserts = [];

    // Triggers and references that are being followed, since they may lead back to themselves.
    private readonly HashSet<string> _open = new(StringComparer.OrdinalIgnoreCase);

    public Destroying(Trace trace, Items<string> touches)
    {
        (_trace, _dialect, _touches) = (trace, trace.Before.Dialect, touches);
        _names = new Renaming(trace.Steps, _dialect);
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            IsWhole &= Look(i, trace.Steps[i].Step.Operation);
        }
    }

    public IReadOnlyList<Keep> Keeps => _keeps;

    /// <summary>The steps that may insert rows into tables of before, by the names before the step.</summary>
    public IReadOnlyList<(int Step, TableName Table)> Inserts => _inserts;

    public bool IsWhole { get; } = true;

    // False where something may be destroyed that nobody can name.
    private bool Look(int step, Operation operation) => operation switch
    {
        DropTable o => Dropped(step, o.Table),
        DropColumn o => Values(step, o.Table, [o.Column], "the column is dropped", k => k, goes: true),
        AlterColumn o => Altered(step, o),
        InsertRows o => Inserted(step, o.Table, false),
        UpdateRows o => Changed(step, o.Table, o.Set.Select(c => c.Column), k => Updated(k, o, Old(step, o.Table))),
        DeleteRows o => Deleted(step, o.Table, o.AllRows ? Items<Row>.Empty : o.Where),
        RawSql o => SqlEffects.Read(o.Text, _dialect.Kind).Aggregate(true, (whole, e) => Look(step, e) && whole),
        Opaque { Touches.Count: > 0 } o => Declared(step, o.Touches),
        CodeStep or Opaque => Declared(step, _touches),
        _ => true,
    };

    private bool Look(int step, SqlEffect effect) => effect switch
    {
        SqlChange e => Look(step, e.Operation),
        DeletesRows e => Deleted(step, e.Table, Items<Row>.Empty, trims: !e.AllRows),
        InsertsRows e => Inserted(step, e.Table, e.Replaces),
        UpdatesRows { Replaces: true } e => Fired(step, e.Table, "UPDATE", replaces: true) & Replaced(step, e.Table, changes: true),
        UpdatesRows e => Changed(step, e.Table, e.Columns.Count > 0 ? e.Columns : All(step, e.Table), k => k with { Trims = true }),
        UnknownEffect => Declared(step, _touches),
        AltersTable e => Old(step, e.Table) is null && IsNew(step, e.Table),
        DropsDependents => false,
        _ => true,
    };

    // A collation may call a later edit equal to the constant.
    private Keep Updated(Keep keep, UpdateRows operation, Table? table) => keep with
    {
        Where = operation.AllRows ? Items<Row>.Empty : Items.Of(new Row(operation.Where)),
        NewValues = operation.Set.All(c => c.Value.Kind is not (ValueKind.System or ValueKind.Sql or ValueKind.Unknown) && table?.FindColumn(c.Column, _dialect)?.Collation is null)
            ? operation.Set : Items<Cell>.Empty,
    };

    private bool Altered(int step, AlterColumn operation)
    {
        var before = _trace.Steps[step].Before.Tables.Find(operation.Table)?.FindColumn(operation.Column.Name, _dialect);
        var after = _trace.Steps[step].After.Tables.Find(operation.Table)?.FindColumn(operation.Column.Name, _dialect);
        return before is null || after is null || !Conversion.Changes(before.Type, after.Type, _dialect)
            || (Values(step, operation.Table, [operation.Column.Name], "its type changes", k => k with { Trims = true, ComesBack = Conversion.ComesBack(before.Type) })
                & (!Yields(step, operation.Table, [operation.Column.Name], "REPLACE", "IGNORE") || Kept(step, operation.Table, "rows are in each other's way in its new type")));
    }

    // Whether rows that are written may take the place of others, or may be passed over, by a constraint of the table.
    private bool Yields(int step, TableName table, IEnumerable<string> columns, params string[] conflicts) => Old(step, table) is { } old
        && old.Uniques.Concat(Items.Of(old.PrimaryKey).OfType<Key>()).Any(k => conflicts.Contains(k.OnConflict()) && k.Columns.Any(c => columns.Contains(c, _dialect.Names)));

    private bool Inserted(int step, TableName table, bool replaces)
    {
        if (Old(step, table) is { } old)
        {
            _inserts.Add((step, old.Name));
        }

        return Fired(step, table, "INSERT", replaces) & (!(replaces || Yields(step, table, All(step, table), "REPLACE")) || Replaced(step, table, changes: false));
    }

    // What an opaque step declares is taken at its word: values of the columns may change, rows of tables named alone may go. Keys stay.
    private bool Declared(int step, Items<string> touches)
    {
        var named = touches.Select(t => Declaration.In(_trace.Steps[step].Before, t)).GroupBy(t => t.Table).ToArray();
        return named.Length > 0 && named.Aggregate(true, (whole, table) => (table.Any(t => t.Column is null)
            ? Rows(step, table.Key, "code may change the table", k => k with { Trims = true, Changes = true }) & IsFound(step, table.Key)
            : Values(step, table.Key, table.Select(t => t.Column!).Where(c => !IsKey(step, table.Key, c)), "code may change it", k => k with { Trims = true })) && whole);
    }

    private bool IsKey(int step, TableName table, string column) => Old(step, table) is { } old && Key(old).Contains(column, _dialect.Names);

    // What is kept last goes back first: parents before their children.
    private bool Deleted(int step, TableName table, Items<Row> where, bool trims = false) =>
        Fired(step, table, "DELETE")
        & Cascading.From(_trace.Steps[step].Before, table).Reverse().Aggregate(true, (whole, c) => Cascaded(step, c) && whole)
        & Rows(step, table, "rows are deleted", k => k with { Where = where, Trims = trims });

    // Rows that stand in the way of others go, with what refers to them; others change.
    private bool Replaced(int step, TableName table, bool changes) =>
        Cascading.From(_trace.Steps[step].Before, table).Reverse().Aggregate(true, (whole, c) => Cascaded(step, c) && whole)
        & (changes ? Kept(step, table, "rows are replaced") : Rows(step, table, "rows are replaced", k => k with { Trims = true, Changes = true }));

    // Rows that may go, and others that may change.
    private bool Kept(int step, TableName table, string why) => IsFound(step, table) && Rows(step, table, why, k => k with { Trims = true, Changes = true });

    // A row of before that was changed can only be put right where a key finds it.
    private bool IsFound(int step, TableName table) => Old(step, table) is not { } old || Key(old).Count > 0;

    private bool Cascaded(int step, Cascading reached) => reached.Deletes
        ? Fired(step, reached.Key.Table, "DELETE") & Rows(step, reached.Key.Table, $"rows are deleted with those of '{reached.Key.Referenced}'", k => k with { Trims = true })
        : Changed(step, reached.Key.Table, reached.Key.Columns, k => k with { Why = $"rows of '{reached.Key.Referenced}' are deleted", Trims = true });

    // Rows that refer to what is updated may get other values, too.
    private bool Changed(int step, TableName table, IEnumerable<string> columns, Func<Keep, Keep> more)
    {
        var names = columns.ToArray();
        return Fired(step, table, "UPDATE") & Following(step, table, names) & Values(step, table, names, "it is updated", more)
            & (!Yields(step, table, names, "REPLACE") || Replaced(step, table, changes: true));
    }

    private bool Following(int step, TableName table, string[] columns) => _trace.Steps[step].Before.Tables.SelectMany(t => t.ForeignKeys)
        .Where(k => k.OnUpdate != ForeignKeyAction.None && _dialect.Same(k.Referenced, table) && k.Targets(_trace.Steps[step].Before.Tables.Find(table)).Any(c => columns.Contains(c, _dialect.Names)) && _open.Add(k.Name + "\n" + k.Table))
        .ToArray()
        .Aggregate(true, (whole, k) =>
        {
            whole &= Changed(step, k.Table, k.Columns, more => more with { Why = $"rows of '{table}' are updated", Trims = true });
            _open.Remove(k.Name + "\n" + k.Table);
            return whole;
        });

    // What the triggers of a table, or of a view, do beside; OR REPLACE holds in them, too: https://sqlite.org/lang_createtrigger.html
    private bool Fired(int step, TableName table, string what, bool replaces = false)
    {
        var whole = true;
        foreach (var trigger in _trace.Steps[step].Before.Triggers.Where(t => t.Table is { } watched && _dialect.Same(watched, table)).ToArray())
        {
            if (_open.Add("trigger\n" + trigger.Name))
            {
                whole &= TriggerBody.Of(trigger, what, _dialect.Kind).Aggregate(true, (sound, e) => Look(step, Within(e, replaces)) && sound);
                _open.Remove("trigger\n" + trigger.Name);
            }
        }

        return whole;
    }

    // Which rows a trigger finds is not known.
    private static SqlEffect Within(SqlEffect effect, bool replaces) => effect switch
    {
        DeletesRows e => e with { AllRows = false },
        InsertsRows e => e with { Replaces = e.Replaces || replaces },
        UpdatesRows e => e with { Replaces = e.Replaces || replaces },
        _ => effect,
    };

    private bool Rows(int step, TableName name, string why, Func<Keep, Keep> more)
    {
        if (Old(step, name) is not { } table)
        {
            return IsNew(step, name);
        }

        // Of a table of which no column is known, rows would come back empty.
        if (table.Columns.Count == 0)
        {
            return false;
        }

        // Columns that this way made itself are gone when the rows come back.
        var columns = Stored(table).Select(c => c.Name).Where(c => Was(step, table.Name, c)).ToItems();
        Add(more(new Keep(step, KeepKind.Rows, new(table.Name, columns, Key(table)) { RowNumber = KeptPlace.RowNumberOf(table) }, why)));
        return !table.Touched;
    }

    private bool Values(int step, TableName name, IEnumerable<string> named, string why, Func<Keep, Keep> more, bool goes = false)
    {
        if (Old(step, name) is not { } table)
        {
            return IsNew(step, name);
        }

        var names = named.ToArray();
        var columns = Stored(table).Select(c => c.Name)
            .Where(c => names.Contains(c, _dialect.Names) && Was(step, table.Name, c)).ToItems();
        if (columns.Count == 0)
        {
            return !table.Touched || names.All(n => table.FindColumn(n, _dialect) is not null);
        }

        var key = Key(table).Any(k => columns.Contains(k, _dialect.Names)) ? Items<string>.Empty : Key(table);
        var beside = key.Count > 0 ? Items<string>.Empty : Stored(table).Select(c => c.Name).Where(c => !columns.Contains(c, _dialect.Names)).ToItems();
        Add(more(new Keep(step, KeepKind.Values, new(table.Name, columns, key) { Beside = beside, RowNumber = KeptPlace.RowNumberOf(table) }, why)));

        // A row whose key itself gets another value cannot be found again for sure; one that loses it keeps its number.
        return key.Count > 0 || Key(table).Count == 0 || goes;
    }

    // What one step does to a row twice is kept once: each row has one place.
    private void Add(Keep keep)
    {
        var same = keep.From.Key.Count == 0 ? [] : _keeps.Where(k => k.Step == keep.Step && _dialect.Same(k.From.Table, keep.From.Table) && k.From.Key == keep.From.Key && (k.Kind == KeepKind.Rows || keep.Kind == KeepKind.Rows)).ToArray();
        if (same.Length > 0)
        {
            _keeps.RemoveAll(same.Contains);
            var rows = same.Prepend(keep).First(k => k.Kind == KeepKind.Rows);
            var changes = same.Append(keep).Any(k => k.Changes || k.Kind == KeepKind.Values);
            keep = rows with { Where = Items<Row>.Empty, Trims = true, Changes = changes, NewValues = Items<Cell>.Empty };
        }

        _keeps.Add(keep);
    }

    // What is left of a table whose rows have a new one already is what was not copied; without a key nobody can tell whose it was.
    private bool Dropped(int step, TableName name) => new Copying(_trace, _names).LeftBehind(step, name) is { } left && (left.Count == 0 || Old(step, name) is { PrimaryKey: not null })
        ? left.Count == 0 || Values(step, name, left, "the column is not copied", k => k, goes: true)
        : Rows(step, name, "the table is dropped", k => k with { Numbered = Old(step, name)?.Columns.Any(c => c.Identity) == true });

    private IEnumerable<string> All(int step, TableName table) => Old(step, table) is { } old ? Stored(old).Select(c => c.Name) : [];

    private static IEnumerable<Column> Stored(Table table) => table.Columns.Where(c => c.Computed is null);

    private static Items<string> Key(Table table) => table.PrimaryKey?.Columns ?? Items<string>.Empty;

    // The table of that name before the step, when it was there before the first one.
    private Table? Old(int step, TableName name) =>
        _trace.Steps[step].Before.Tables.Find(name) is { } table && _names.Back(new(table.Name), step) is { } old && _trace.Before.Tables.Find(old.Table) is not null ? table : null;

    private bool Was(int step, TableName table, string column) =>
        _names.Back(new(table, column), step) is { } old && _trace.Before.Tables.Find(old.Table)?.FindColumn(old.Column!, _dialect) is not null;

    private bool IsNew(int step, TableName name) => _trace.Steps[step].Before.Tables.Find(name) is not null || !_trace.Before.Touched;
}
