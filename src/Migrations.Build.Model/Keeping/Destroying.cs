using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>Finds the data of before that steps destroy. What the migration made itself does not count.</summary>
internal sealed class Destroying
{
    private readonly Trace _trace;
    private readonly Dialect _dialect;
    private readonly Renaming _names;
    private readonly Items<string> _touches;
    private readonly List<Keep> _keeps = [];

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

    public bool IsWhole { get; } = true;

    // False where something may be destroyed that nobody can name.
    private bool Look(int step, Operation operation) => operation switch
    {
        DropTable o => Rows(step, o.Table, "the table is dropped", k => k),
        DropColumn o => Values(step, o.Table, [o.Column], "the column is dropped", k => k),
        AlterColumn o => Altered(step, o),
        UpdateRows o => Values(step, o.Table, o.Set.Select(c => c.Column), "it is updated", k => Updated(k, o)),
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
        UpdatesRows e => Values(step, e.Table, e.Columns.Count > 0 ? e.Columns : All(step, e.Table), "it is updated", k => k with { Trims = true }),
        UnknownEffect => Declared(step, _touches),
        AltersTable or DropsDependents => false,
        _ => true,
    };

    private static Keep Updated(Keep keep, UpdateRows operation) => keep with
    {
        Where = operation.AllRows ? Items<Row>.Empty : Items.Of(new Row(operation.Where)),
        NewValues = operation.Set.All(c => c.Value.Kind is not (ValueKind.System or ValueKind.Sql or ValueKind.Unknown)) ? operation.Set : Items<Cell>.Empty,
    };

    private bool Altered(int step, AlterColumn operation)
    {
        var before = _trace.Steps[step].Before.Tables.Find(operation.Table)?.FindColumn(operation.Column.Name, _dialect);
        var after = _trace.Steps[step].After.Tables.Find(operation.Table)?.FindColumn(operation.Column.Name, _dialect);
        return before is null || after is null || !Conversion.Changes(before.Type, after.Type, _dialect)
            || Values(step, operation.Table, [operation.Column.Name], "its type changes", k => k with { Trims = true, Converts = true });
    }

    // What an opaque step declares is taken at its word: values of the columns may change, rows of tables named alone may go. Keys stay.
    private bool Declared(int step, Items<string> touches)
    {
        var named = touches.Select(Touch.Of).GroupBy(t => t.Table).ToArray();
        return named.Length > 0 && named.Aggregate(true, (whole, table) => (table.Any(t => t.Column is null)
            ? Rows(step, table.Key, "code may change the table", k => k with { Trims = true, Changes = true })
            : Values(step, table.Key, table.Select(t => t.Column!).Where(c => !IsKey(step, table.Key, c)), "code may change it", k => k with { Trims = true })) && whole);
    }

    private bool IsKey(int step, TableName table, string column) => Old(step, table) is { } old && Key(old).Contains(column, _dialect.Names);

    private bool Deleted(int step, TableName table, Items<Row> where, bool trims = false) =>
        // What is kept last goes back first: parents before their children.
        Cascading.From(_trace.Steps[step].Before, table).Reverse().Aggregate(true, (whole, c) => Cascaded(step, c) && whole)
        & Rows(step, table, "rows are deleted", k => k with { Where = where, Trims = trims });

    private bool Cascaded(int step, Cascading reached) => reached.Deletes
        ? Rows(step, reached.Key.Table, $"rows are deleted with those of '{reached.Key.Referenced}'", k => k with { Trims = true })
        : Values(step, reached.Key.Table, reached.Key.Columns, $"rows of '{reached.Key.Referenced}' are deleted", k => k with { Trims = true });

    private bool Rows(int step, TableName name, string why, Func<Keep, Keep> more)
    {
        if (Old(step, name) is not { } table)
        {
            return IsNew(step, name);
        }

        // Columns that the migration made itself are gone when the rows come back.
        var columns = Stored(table).Select(c => c.Name).Where(c => Was(step, table.Name, c)).ToItems();
        _keeps.Add(more(new Keep(step, KeepKind.Rows, new(table.Name, columns, Key(table)), why)));
        return !table.Touched;
    }

    private bool Values(int step, TableName name, IEnumerable<string> named, string why, Func<Keep, Keep> more)
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
        _keeps.Add(more(new Keep(step, KeepKind.Values, new(table.Name, columns, key) { Beside = beside }, why)));

        // A row whose key itself changes cannot be found again for sure.
        return key.Count > 0 || Key(table).Count == 0;
    }

    private IEnumerable<string> All(int step, TableName table) => Old(step, table) is { } old ? Stored(old).Select(c => c.Name) : [];

    private static IEnumerable<Column> Stored(Table table) => table.Columns.Where(c => c.Computed is null);

    private static Items<string> Key(Table table) => table.PrimaryKey?.Columns ?? Items<string>.Empty;

    // The table of that name before the step, when it was there before the migration.
    private Table? Old(int step, TableName name) =>
        _trace.Steps[step].Before.Tables.Find(name) is { } table && _names.Back(new(table.Name), step) is { } old && _trace.Before.Tables.Find(old.Table) is not null ? table : null;

    private bool Was(int step, TableName table, string column) =>
        _names.Back(new(table, column), step) is { } old && _trace.Before.Tables.Find(old.Table)?.FindColumn(old.Column!, _dialect) is not null;

    private bool IsNew(int step, TableName name) => _trace.Steps[step].Before.Tables.Find(name) is not null || !_trace.Before.Touched;
}
