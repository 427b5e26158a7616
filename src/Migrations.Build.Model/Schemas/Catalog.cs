using System.Collections;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>
/// An immutable set of named objects, ordered by name and found as the engine compares names. They lie in short runs, of which a change copies
/// one: what a history of ten thousand migrations costs to fold would else be the copying of references.
/// </summary>
public sealed class Catalog<T> : IReadOnlyList<T>, IEquatable<Catalog<T>>
    where T : class, INamed
{
    private const int Longest = 64;

    private readonly Dialect _dialect;
    private readonly T[][] _runs;

    private Catalog(Dialect dialect, T[][] runs, int count) => (_dialect, _runs, Count) = (dialect, runs, count);

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            var (run, at) = (0, index);
            while (at >= _runs[run].Length)
            {
                at -= _runs[run++].Length;
            }

            return _runs[run][at];
        }
    }

    /// <summary>The empty set for an engine.</summary>
    public static Catalog<T> Empty(Dialect dialect) => new(dialect, [], 0);

    /// <summary>The object with the given name; null when there is none.</summary>
    public T? Find(TableName name)
    {
        var (run, at) = Search(name);
        return at >= 0 ? _runs[run][at] : null;
    }

    /// <summary>This set with the object in it, in place of one of the same name.</summary>
    public Catalog<T> With(T item)
    {
        if (Count == 0)
        {
            return new(_dialect, [[item]], 1);
        }

        var (run, at) = Search(item.Name);
        if (at >= 0)
        {
            var replaced = (T[])_runs[run].Clone();
            replaced[at] = item;
            return With(run, [replaced], Count);
        }

        var grown = Inserted(_runs[run], ~at, item);
        return With(run, grown.Length <= Longest ? [grown] : [Part(grown, 0, grown.Length / 2), Part(grown, grown.Length / 2, grown.Length)], Count + 1);
    }

    /// <summary>This set without the object of the given name.</summary>
    public Catalog<T> Without(TableName name)
    {
        var (run, at) = Search(name);
        return at < 0 ? this : With(run, _runs[run].Length == 1 ? [] : [Removed(_runs[run], at)], Count - 1);
    }

    /// <summary>This set with each object changed; their names must stay.</summary>
    public Catalog<T> Each(Func<T, T> change) => new(_dialect, Array.ConvertAll(_runs, r => Array.ConvertAll(r, i => change(i))), Count);

    /// <inheritdoc/>
    public bool Equals(Catalog<T>? other) => ReferenceEquals(this, other) || (other is not null && _dialect == other._dialect && Count == other.Count && this.SequenceEqual(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Catalog<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var run in _runs)
        {
            foreach (var item in run)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static T[] Part(T[] items, int from, int to)
    {
        var part = new T[to - from];
        Array.Copy(items, from, part, 0, part.Length);
        return part;
    }

    private static T[] Inserted(T[] items, int at, T item)
    {
        var grown = new T[items.Length + 1];
        Array.Copy(items, grown, at);
        grown[at] = item;
        Array.Copy(items, at, grown, at + 1, items.Length - at);
        return grown;
    }

    private static T[] Removed(T[] items, int at)
    {
        var shrunk = new T[items.Length - 1];
        Array.Copy(items, shrunk, at);
        Array.Copy(items, at + 1, shrunk, at, shrunk.Length - at);
        return shrunk;
    }

    // Runs in the place of one.
    private Catalog<T> With(int run, T[][] others, int count)
    {
        var runs = new T[_runs.Length - 1 + others.Length][];
        Array.Copy(_runs, runs, run);
        others.CopyTo(runs, run);
        Array.Copy(_runs, run + 1, runs, run + others.Length, _runs.Length - run - 1);
        return new(_dialect, runs, count);
    }

    // The run in which an object is or belongs, and its place there; less than zero, the complement of its place, where it is not.
    private (int Run, int At) Search(TableName name)
    {
        var wanted = _dialect.Resolve(name);
        var (low, high) = (0, _runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Order(_runs[middle][0], wanted) <= 0 ? (middle, high) : (low, middle - 1);
        }

        return _runs.Length == 0 ? (0, ~0) : (low, Search(_runs[low], wanted));
    }

    private int Search(T[] run, TableName wanted)
    {
        var (low, high) = (0, run.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Order(run[middle], wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private int Order(T item, TableName wanted) => Compare(_dialect.Resolve(item.Name), wanted);

    private int Compare(TableName a, TableName b) =>
        _dialect.Names.Compare(a.Schema ?? "", b.Schema ?? "") is not 0 and var order ? order : _dialect.Names.Compare(a.Name, b.Name);
}
