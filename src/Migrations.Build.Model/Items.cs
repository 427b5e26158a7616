using System.Collections;

namespace Migrations.Build.Model;

/// <summary>An immutable list that is equal to another when all its elements are, so that records that hold one compare by value.</summary>
public sealed class Items<T> : IReadOnlyList<T>, IEquatable<Items<T>>, IItems
{
    private readonly T[] _items;

    internal Items(T[] items) => _items = items;

    /// <summary>The list without elements.</summary>
    public static Items<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>This list with <paramref name="item"/> behind its last element.</summary>
    public Items<T> Add(T item) => new([.. _items, item]);

    /// <inheritdoc/>
    public bool Equals(Items<T>? other) => other is not null && _items.SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
        {
            hash = unchecked((hash * 31) + (item is null ? 0 : item.GetHashCode()));
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    Array IItems.NewArray(int length) => new T[length];

    IItems IItems.With(Array items) => Items.Of((T[])items);
}

/// <summary>Makes <see cref="Items{T}"/>.</summary>
public static class Items
{
    /// <summary>The list of the given elements.</summary>
    public static Items<T> Of<T>(params T[] items) => items.Length == 0 ? Items<T>.Empty : new Items<T>((T[])items.Clone());

    /// <summary>The elements of a sequence as an immutable list.</summary>
    public static Items<T> ToItems<T>(this IEnumerable<T> items) => items as Items<T> ?? Wrap(items.ToArray());

    private static Items<T> Wrap<T>(T[] items) => items.Length == 0 ? Items<T>.Empty : new Items<T>(items);
}
