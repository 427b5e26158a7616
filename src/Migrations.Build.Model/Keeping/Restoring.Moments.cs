using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Keeping;

/// <summary>When each keep goes back.</summary>
internal sealed partial class Restoring
{
    /// <summary>How many steps of the way back run before each keep goes back, its turn, and whether it is in a circle; null where there is no place.</summary>
    private (int After, int Turn, bool Circle)?[] Moments(IReadOnlyList<Keep> keeps)
    {
        var tables = keeps.Select(k => (_there.Back(new(k.From.Table), k.Step) ?? new(k.From.Table)).Table).ToArray();
        var turns = Turns.Of(keeps, tables, there.Before);
        var (made, last) = (keeps.Select(MadeAgain).ToArray(), turns.Select(t => t.Keeps.Min(k => Last(keeps[k], keeps))).ToArray());
        for (var turn = turns.Count - 1; turn >= 0; turn--)
        {
            foreach (var before in turns[turn].Behind)
            {
                last[before] = Math.Min(last[before], last[turn]);
            }
        }

        var (moments, at) = (new (int, int, bool)?[keeps.Count], new int[turns.Count]);
        for (var turn = 0; turn < turns.Count; turn++)
        {
            var own = turns[turn].Keeps;
            var first = own.Max(k => First(keeps[k], made[k]));
            var soon = own.All(k => made[k] is { } again && !WritesTo(keeps[k], again));
            var least = late ? back.Steps.Count : turns[turn].Behind.Select(b => at[b]).Append(first).Max();
            at[turn] = Moment(own.Select(k => keeps[k]).ToArray(), least, soon ? least : Math.Max(last[turn], least));
            for (var k = 0; k < own.Count; k++)
            {
                moments[own[k]] = at[turn] > back.Steps.Count ? null : (at[turn], turn, own.Count > 1);
            }

            at[turn] = Math.Min(at[turn], back.Steps.Count);
        }

        return moments;
    }

    // The last moment within the bounds that fits, else the first behind them, where later steps make what is missing yet; past the end where none does.
    private int Moment(Keep[] keeps, int least, int most)
    {
        foreach (var fits in new Func<Keep, int, bool>[] { IsAsBefore, (k, after) => At(k, after) is not null })
        {
            for (var after = most; after >= least; after--)
            {
                if (keeps.All(k => fits(k, after)))
                {
                    return after;
                }
            }

            for (var after = most + 1; after <= back.Steps.Count; after++)
            {
                if (keeps.All(k => fits(k, after)))
                {
                    return after;
                }
            }
        }

        return back.Steps.Count + 1;
    }

    // Whether the columns take the values as they were.
    private bool IsAsBefore(Keep keep, int after)
    {
        if (At(keep, after) is not { } place || Schema(after).Tables.Find(place.Table) is not { } now || there.Steps[keep.Step].Before.Tables.Find(keep.From.Table) is not { } then)
        {
            return false;
        }

        return keep.From.Columns.Zip(place.Columns, (a, b) => (Then: then.FindColumn(a, _dialect), Now: now.FindColumn(b, _dialect)))
            .All(c => c.Then is null || c.Now is null || !Conversion.Changes(c.Then.Type, c.Now.Type, _dialect));
    }

    // What later steps write there would take its place.
    private int First(Keep keep, int? made)
    {
        for (var at = back.Steps.Count - 1; at >= (made ?? 0) && !silent; at--)
        {
            if (TableAt(keep.Step, new(keep.From.Table), at) is { } table && Writes(back.Steps[at].Step.Operation, table))
            {
                return at + 1;
            }
        }

        return made ?? 0;
    }

    // Before the step that demands of the table what it did not demand when the data was kept, and what its rows may fulfil only with that data.
    private int Last(Keep keep, IReadOnlyList<Keep> keeps)
    {
        for (var at = 0; at < back.Steps.Count; at++)
        {
            if (Demands(keep, at).Any(d => Matters(keep, keeps, d, at + 1)))
            {
                return at;
            }
        }

        return back.Steps.Count;
    }

    private IEnumerable<Demand> Demands(Keep keep, int at)
    {
        if (TableAt(keep, at) is not { } before || TableAt(keep, at + 1) is not { } after)
        {
            return [];
        }

        var known = Demand.Of(before).Select(d => d with { Columns = d.Columns.Select(c => _back.Forth(new(before.Name, c), at, at + 1)?.Column ?? "").ToItems() }).ToArray();
        return Demand.Of(after).Where(d => !known.Any(k => k.Is(d, _dialect)));
    }

    // Rows that are away break no demand; they break one in coming back where earlier steps had changed them before they went.
    private bool Matters(Keep keep, IReadOnlyList<Keep> keeps, Demand demand, int after) => keep.Kind == KeepKind.Values
        ? demand.IsAbout(Now(keep, keep.From.Columns, after), _dialect) && IsLoose(keep, demand, after)
        : keeps.Any(k => k.Kind == KeepKind.Values && k.Step < keep.Step && IsSame(k, keep) && IsLoose(keep, demand, after) && demand.IsAbout(Now(k, k.From.Columns, after), _dialect));

    // Whether nothing demanded that when the data was kept.
    private bool IsLoose(Keep keep, Demand demand, int after) => there.Steps[keep.Step].Before.Tables.Find(keep.From.Table) is { } then
        && !Demand.Of(then).Any(d => (d with { Columns = Now(keep, d.Columns, after).ToItems() }).Is(demand, _dialect));

    private IEnumerable<string> Now(Keep keep, IEnumerable<string> columns, int after) => columns.Select(c => At(keep.Step, new(keep.From.Table, c), after)?.Column ?? "");

    private bool IsSame(Keep a, Keep b) => _there.Forth(new(a.From.Table), a.Step, b.Step) is { } later && _dialect.Same(later.Table, b.From.Table);

    private Table? TableAt(Keep keep, int after) => TableAt(keep.Step, new Named(keep.From.Table), after) is { } name ? Schema(after).Tables.Find(name) : null;

    // What is unique later must not be broken by values that somebody else has taken meanwhile. Only what goes back last is what stays.
    private Items<Items<string>> Later(Keep keep, IReadOnlyList<Keep> keeps, int after, KeptPlace to)
    {
        var found = new List<Items<string>>();
        for (var at = after; at < back.Steps.Count && keep.Kind == KeepKind.Values; at++)
        {
            foreach (var demand in Demands(keep, at).Where(d => d.Kind == Demand.Unique && d.IsAbout(Now(keep, keep.From.Columns, at + 1), _dialect)))
            {
                var columns = Schema(after).Tables.Find(to.Table)!.Columns.Select(c => c.Name)
                    .Where(c => _back.Forth(new(to.Table, c), after, at + 1) is { Column: { } later } && demand.Columns.Contains(later, _dialect.Names)).ToItems();
                var final = !keeps.Any(k => k.Kind == KeepKind.Values && k.Step < keep.Step && IsSame(k, keep) && demand.IsAbout(Now(k, k.From.Columns, at + 1), _dialect));
                if (final && columns.Count == demand.Columns.Count)
                {
                    found.Add(columns);
                }
            }
        }

        return found.ToItems();
    }
}
