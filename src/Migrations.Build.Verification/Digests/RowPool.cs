using System.Numerics;

namespace Migrations.Build.Verification.Digests;

/// <summary>Rows to be found by what they hold in some columns, each once; of equal ones the first goes first.</summary>
internal sealed class RowPool
{
    private const int None = -1;

    private readonly RowStore _rows;
    private readonly List<int> _places;
    private readonly int[] _columns;

    // An open hash table of the different rows: of each one that stands for its equals, and the first of these that is left.
    private readonly int[] _kinds;
    private readonly int[] _firsts;
    private readonly int[] _next;

    /// <summary>Fills the pool.</summary>
    /// <param name="rows">The rows of a table.</param>
    /// <param name="places">Which of them are in the pool.</param>
    /// <param name="columns">The columns that count.</param>
    public RowPool(RowStore rows, List<int> places, int[] columns)
    {
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(places.Count * 2, 8));
        (_rows, _places, _columns, _kinds, _firsts, _next) = (rows, places, columns, new int[slots], new int[slots], new int[places.Count]);
        Array.Fill(_kinds, None);
        for (var i = places.Count - 1; i >= 0; i--)
        {
            var slot = Slot(rows.Cells(places[i]), columns);
            (_next[i], _firsts[slot], _kinds[slot]) = (_kinds[slot] == None ? None : _firsts[slot], i, i);
        }
    }

    /// <summary>The places of the rows that were not taken, in order.</summary>
    public IEnumerable<int> Rest
    {
        get
        {
            var left = new bool[_places.Count];
            foreach (var first in _firsts.Where((_, slot) => _kinds[slot] != None))
            {
                for (var i = first; i != None; i = _next[i])
                {
                    left[i] = true;
                }
            }

            return _places.Where((_, i) => left[i]);
        }
    }

    /// <summary>Takes a row that holds the same; false when there is none any more.</summary>
    public bool Take(ReadOnlySpan<UInt128> cells, int[] columns)
    {
        var slot = Slot(cells, columns);
        if (_kinds[slot] == None || _firsts[slot] == None)
        {
            return false;
        }

        _firsts[slot] = _next[_firsts[slot]];
        return true;
    }

    /// <summary>Whether two rows hold the same.</summary>
    public static bool Same(ReadOnlySpan<UInt128> one, int[] its, ReadOnlySpan<UInt128> other, int[] others)
    {
        for (var i = 0; i < its.Length; i++)
        {
            if (one[its[i]] != other[others[i]])
            {
                return false;
            }
        }

        return true;
    }

    private int Slot(ReadOnlySpan<UInt128> cells, int[] columns)
    {
        // The cells are digests already: to spread them is enough.
        var hash = 0UL;
        foreach (var column in columns)
        {
            hash = (BitOperations.RotateLeft(hash, 23) ^ (ulong)cells[column]) * 0x9E3779B97F4A7C15;
        }

        var slot = (int)(hash >> 32) & (_kinds.Length - 1);
        while (_kinds[slot] != None && !Same(_rows.Cells(_places[_kinds[slot]]), _columns, cells, columns))
        {
            slot = (slot + 1) & (_kinds.Length - 1);
        }

        return slot;
    }
}
