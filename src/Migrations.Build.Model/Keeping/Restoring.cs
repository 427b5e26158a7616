using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;

namespace Migrations.Build.Model.Keeping;

/// <summary>
/// Finds the moment of the way back at which kept data goes back: as late as can be, where the schema is that of before again, but before anything
/// is demanded of the table that its rows fulfil only with it; what was dropped goes back as soon as it is made again, unless later steps write to
/// it and would destroy or collide with it.
/// </summary>
internal sealed partial class Restoring(Trace there, Trace back, bool silent, bool late)
{
    private readonly Dialect _dialect = there.Before.Dialect;
    private readonly Renaming _there = new(there.Steps, there.Before.Dialect);
    private readonly Renaming _back = new(back.Steps, there.Before.Dialect);

    /// <summary>The keeps, each with how it is brought back, and when.</summary>
    public Items<Keep> Of(IReadOnlyList<Keep> keeps)
    {
        var moments = Moments(keeps);
        return keeps.Select((k, i) => moments[i] is var (after, turn, circle) && At(k, after) is { } to ? Placed(k, keeps, after, to, turn, circle) : k).ToItems();
    }

    private Keep Placed(Keep keep, IReadOnlyList<Keep> keeps, int after, KeptPlace to, int turn, bool circle)
    {
        var made = MadeAgain(keep);
        var written = made is null || WritesTo(keep, made.Value);
        var moved = Edited(keep) is null && !silent ? new Moving(there, back).Of(keep) : null;
        var restore = new Restore(after, to)
        {
            Edited = Edited(keep) ?? moved?.Place,
            Sources = moved?.Sources ?? (made is { } gone && keep.Kind == KeepKind.Values ? Sources(keep, gone, keeps) : Items<string>.Empty),
            WrittenAgain = IsWrittenAgain(keep, keeps),
            IsNew = made is not null && !written && keep.Kind == KeepKind.Rows,
            IsMadeAgain = late && made is not null,
            Replaces = written && WritesTo(keep, made ?? 0),
            IsLate = after > Last(keep, keeps),
            Turn = turn,
            InCircle = circle,
            Unique = Later(keep, keeps, after, to),
        };
        return keep with
        {
            // A row that the same way wrote again is one that it changed.
            Changes = keep.Changes || (keep.Kind == KeepKind.Rows && keep.From.Key.Count > 0 && restore.Edited is not null && (restore.WrittenAgain || moved is not null)),
            ComesBack = keep.ComesBack && Returns(keep, restore),
            Numbered = keep.Numbered && Schema(after).Tables.Find(to.Table)?.Columns.Any(c => c.Identity) == true,
            Restore = restore,
        };
    }

    // Over several types a value may take another form than by going straight back.
    private bool Returns(Keep keep, Restore? restore) =>
        there.Steps.Concat(back.Steps).Count(s => s.Step.Operation is AlterColumn) == 2 && back.Steps.Any(s => s.Step.Operation is AlterColumn)
        && restore is not null && Column(there.Steps[keep.Step].Before, keep.From)?.Type == Column(back.After, restore.To)?.Type;

    private Column? Column(Schema schema, KeptPlace place) => schema.Tables.Find(place.Table)?.FindColumn(place.Columns[0], _dialect);

    private KeptPlace? Edited(Keep keep)
    {
        Named? Last(Named named) => _there.Forth(named, keep.Step, there.Steps.Count);
        if (Last(new(keep.From.Table)) is not { } table || back.Before.Tables.Find(table.Table) is not { } watched)
        {
            return null;
        }

        string Name(string column) => Last(new(keep.From.Table, column))?.Column ?? "";
        var key = keep.From.Key.Select(Name).ToItems();
        return key.Contains("") ? null
            : new(watched.Name, keep.From.Columns.Select(Name).ToItems(), key) { Beside = keep.From.Beside.Select(Name).ToItems(), RowNumber = KeptPlace.RowNumberOf(watched) };
    }

    // What the way made or changed, and the way back reads where it gives the column that it makes again a value.
    private Items<string> Sources(Keep keep, int made, IReadOnlyList<Keep> keeps)
    {
        if (silent || _there.Forth(new(keep.From.Table), keep.Step, there.Steps.Count) is not { } last || back.Before.Tables.Find(last.Table) is not { } table)
        {
            return Items<string>.Empty;
        }

        var changed = keeps.Where(k => k != keep && k.Kind == KeepKind.Values).SelectMany(k => k.From.Columns.Select(c => _there.Forth(new(k.From.Table, c), k.Step, there.Steps.Count))).OfType<Named>()
            .Where(n => _dialect.Same(n.Table, table.Name)).Select(n => n.Column!).ToArray();
        bool IsMade(Column column) => _there.Back(new(table.Name, column.Name), there.Steps.Count) is not { } old || !Has(there.Before, old);
        bool IsRead(Column column) => Enumerable.Range(made, back.Steps.Count - made).Any(at => _back.Forth(new(table.Name, column.Name), 0, at) is { } now && Reading.Mentions(back.Steps[at].Step.Operation, now, _dialect));
        return table.Columns.Where(c => c.Computed is null && (IsMade(c) || changed.Contains(c.Name, _dialect.Names)) && IsRead(c)).Select(c => c.Name).ToItems();
    }

    // How many steps of the way back it takes until all that was dropped of it is there again; null when nothing of it was.
    private int? MadeAgain(Keep keep)
    {
        var gone = Names(keep).Where(n => _there.Forth(n, keep.Step, there.Steps.Count) is null).ToArray();
        return gone.Length == 0 ? null
            : gone.Max(n => Made(keep.Step, n, back.Steps.Count)?.After ?? back.Steps.Count);
    }

    private KeptPlace? At(Keep keep, int after)
    {
        var place = Place(keep, named => At(keep.Step, named, after));
        var table = place is null ? null : Schema(after).Tables.Find(place.Table);
        return table is not null && place!.Columns.Concat(place.Key).All(c => table.FindColumn(c, _dialect) is { Computed: null }) ? place with { RowNumber = KeptPlace.RowNumberOf(table) } : null;
    }

    private static IEnumerable<Named> Names(Keep keep) =>
        keep.Kind == KeepKind.Rows ? [new(keep.From.Table)] : keep.From.Columns.Select(c => new Named(keep.From.Table, c));

    private static KeptPlace? Place(Keep keep, Func<Named, Named?> now)
    {
        var from = keep.From;
        var columns = from.Columns.Select(c => now(new(from.Table, c))?.Column).ToArray();
        var key = from.Key.Select(c => now(new(from.Table, c))?.Column).ToArray();
        return now(new(from.Table)) is { } table && columns.All(c => c is not null) && key.All(c => c is not null)
            ? new(table.Table, columns.OfType<string>().ToItems(), key.OfType<string>().ToItems()) { Beside = from.Beside.Select(c => now(new(from.Table, c))?.Column ?? "").ToItems() }
            : null;
    }

    /// <summary>The name, after some steps of the way back, of what had the given name before a step of the way there.</summary>
    private Named? At(int step, Named named, int after)
    {
        if (_there.Forth(named, step, there.Steps.Count) is { } left)
        {
            return _back.Forth(left, 0, after);
        }

        return Made(step, named, after) is var (made, name) ? _back.Forth(name, made, after) : null;
    }

    // A name may be made more than once; what was there before is what the last one brings back.
    private (int After, Named Name)? Made(int step, Named named, int after)
    {
        var names = new[] { named, _there.Back(named, step) }.OfType<Named>().Distinct().ToArray();
        for (var made = after; made > 0; made--)
        {
            foreach (var name in names)
            {
                var candidate = named.Column is null ? name : TableAt(step, named, made) is { } table ? name with { Table = table } : null;
                if (candidate is not null && !Has(Schema(made - 1), candidate) && Has(Schema(made), candidate))
                {
                    return (made, candidate);
                }
            }
        }

        return null;
    }

    private TableName? TableAt(int step, Named named, int after) => At(step, named with { Column = null }, after)?.Table;

    private Schema Schema(int after) => after == 0 ? back.Before : back.Steps[after - 1].After;

    private bool Has(Schema schema, Named named) =>
        schema.Tables.Find(named.Table) is { } table && (named.Column is null || table.FindColumn(named.Column, _dialect) is not null);

    // A Down that nobody wrote by hand writes rows only where it undoes an insert.
    private bool WritesTo(Keep keep, int from)
    {
        for (var at = from; at < back.Steps.Count && !silent; at++)
        {
            if (TableAt(keep.Step, new(keep.From.Table), at) is { } table && Writes(back.Steps[at].Step.Operation, table))
            {
                return true;
            }
        }

        return false;
    }

    // A later step may write there by itself, or by a reference or trigger, for which it keeps something; and a change of type writes, too.
    private bool IsWrittenAgain(Keep keep, IReadOnlyList<Keep> keeps)
    {
        if (keeps.Any(k => k != keep && k.Step >= keep.Step && _there.Forth(new(keep.From.Table), keep.Step, k.Step) is { } later && _dialect.Same(later.Table, k.From.Table)))
        {
            return true;
        }

        for (var at = keep.Step + 1; at < there.Steps.Count; at++)
        {
            if (_there.Forth(new(keep.From.Table), keep.Step, at) is { } now && (Writes(there.Steps[at].Step.Operation, now.Table) || (there.Steps[at].Step.Operation is AlterColumn altered && _dialect.Same(altered.Table, now.Table))))
            {
                return true;
            }
        }

        return false;
    }

    private bool Writes(Operation operation, TableName table) => operation switch
    {
        InsertRows o => _dialect.Same(o.Table, table),
        UpdateRows o => _dialect.Same(o.Table, table),
        DeleteRows o => _dialect.Same(o.Table, table),
        RawSql o => SqlEffects.Read(o.Text, _dialect.Kind).Any(e => Writes(e, table)),
        CodeStep or Opaque => true,
        _ => false,
    };

    private bool Writes(SqlEffect effect, TableName table) => effect switch
    {
        SqlChange e => Writes(e.Operation, table),
        InsertsRows e => _dialect.Same(e.Table, table),
        UpdatesRows e => _dialect.Same(e.Table, table),
        DeletesRows e => _dialect.Same(e.Table, table),
        UnknownEffect or AltersTable => true,
        _ => false,
    };
}
