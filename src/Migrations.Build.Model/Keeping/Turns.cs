using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Keeping;

/// <summary>
/// The order in which kept data goes back: what was kept last goes first, since earlier data may belong to rows that it brings; but rows go behind
/// those that they refer to, whichever went first. Tables that have nothing to do with each other do not wait for each other.
/// </summary>
internal sealed class Turns
{
    private readonly IReadOnlyList<Keep> _keeps;
    private readonly TableName[] _tables;
    private readonly Schema _schema;
    private readonly int[] _circle;

    private Turns(IReadOnlyList<Keep> keeps, TableName[] tables, Schema schema)
    {
        (_keeps, _tables, _schema) = (keeps, tables, schema);
        _circle = [.. Enumerable.Range(0, keeps.Count).Select(i => Enumerable.Range(0, i + 1).First(j => j == i || IsCircle(j, i)))];
    }

    /// <summary>The turns, in an order in which each comes behind those that it waits for.</summary>
    /// <param name="keeps">The keeps.</param>
    /// <param name="tables">The table of each, by its name in the schema.</param>
    /// <param name="schema">The schema before all of them.</param>
    public static IReadOnlyList<Turn> Of(IReadOnlyList<Keep> keeps, TableName[] tables, Schema schema) => new Turns(keeps, tables, schema).Ordered();

    private List<Turn> Ordered()
    {
        var (waiting, turns) = (Enumerable.Range(0, _keeps.Count).GroupBy(i => _circle[i]).Select(g => g.Reverse().ToArray()).OrderByDescending(g => g[0]).ToList(), new List<Turn>());
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(g => !waiting.Any(other => other != g && Comes(other, g))) ?? waiting[0];
            waiting.Remove(next);
            turns.Add(new(next, Enumerable.Range(0, turns.Count).Where(t => Comes([.. turns[t].Keeps], next)).ToArray()));
        }

        return turns;
    }

    private bool Comes(int[] before, int[] after) => before.Any(a => after.Any(b => Comes(a, b)));

    private bool Comes(int a, int b)
    {
        if (_schema.Dialect.Same(_tables[a], _tables[b]))
        {
            return a > b;
        }

        var (up, down) = (Refers(b, a), Refers(a, b));
        return (up || down) && (up != down && BothRows(a, b) ? up : a > b);
    }

    private bool BothRows(int a, int b) => _keeps[a].Kind == KeepKind.Rows && _keeps[b].Kind == KeepKind.Rows;

    private bool Refers(int child, int parent) =>
        _schema.Tables.Find(_tables[child])?.ForeignKeys.Any(f => _schema.Dialect.Same(f.Referenced, _tables[parent])) == true;

    private bool IsCircle(int a, int b) => BothRows(a, b) && !_schema.Dialect.Same(_tables[a], _tables[b]) && Reaches(a, b) && Reaches(b, a);

    // Over tables whose rows are kept: all others are there.
    private bool Reaches(int from, int to)
    {
        var (open, seen) = (new Stack<int>([from]), new HashSet<int> { from });
        while (open.Count > 0)
        {
            var at = open.Pop();
            foreach (var next in Enumerable.Range(0, _keeps.Count).Where(k => _keeps[k].Kind == KeepKind.Rows && Refers(at, k) && seen.Add(k)))
            {
                open.Push(next);
            }
        }

        return seen.Contains(to);
    }
}
