using System.Collections;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>
/// An immutable set of named objects, ordered by name and found as the engine compares names.
/// A change copies one array of references: for the ten thousand tables of a large history that is microseconds.
/// </summary>
public sealed class Catalog<T> : IReadOnlyList<T>, IEquatable<Catalog<T>>
    where T : class, INamed
{
    private readonly Dialect _dialect;
    private readonly T[] _items;

    private Catalog(Dialect dialect, T[] items) => (_dialect, _items) = (dialect, items);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>The empty set for an engine.</summary>
    public static Catalog<T> Empty(Dialect dialect) => new(dialect, []);

    /// <summary>The object with the given name; null when there is none.</summary>
    public T? Find(TableName name) => Search(name) is >= 0 and var at ? _items[at] : null;

    /// <summary>This set with the object in it, in place of one of the same name.</summary>
    public Catalog<T> With(T item)
    {
        var at = Search(item.Name);
        if (at >= 0)
        {
            var replaced = (T[])_items.Clone();
            replaced[at] = item;
            return new(_dialect, replaced);
        }

        var grown = new T[_items.Length + 1];
        Array.Copy(_items, grown, ~at);
        grown[~at] = item;
        Array.Copy(_items, ~at, grown, ~at + 1, _items.Length - ~at);
        return new(_dialect, grown);
    }

    /// <summary>This set without the object of the given name.</summary>
    public Catalog<T> Without(TableName name)
    {
        var at = Search(name);
        if (at < 0)
        {
            return this;
        }

        var shrunk = new T[_items.Length - 1];
        Array.Copy(_items, shrunk, at);
        Array.Copy(_items, at + 1, shrunk, at, shrunk.Length - at);
        return new(_dialect, shrunk);
    }

    /// <summary>This set with each object changed; their names must stay.</summary>
    public Catalog<T> Each(Func<T, T> change) => new(_dialect, [.. _items.Select(change)]);

    /// <inheritdoc/>
    public bool Equals(Catalog<T>? other) => other is not null && _dialect == other._dialect && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Catalog<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Length;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    private int Search(TableName name)
    {
        var wanted = _dialect.Resolve(name);
        var (low, high) = (0, _items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = Compare(_dialect.Resolve(_items[middle].Name), wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private int Compare(TableName a, TableName b) =>
        _dialect.Names.Compare(a.Schema ?? "", b.Schema ?? "") is not 0 and var order ? order : _dialect.Names.Compare(a.Name, b.Name);
}
