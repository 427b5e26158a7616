using System.Runtime.InteropServices;

namespace Migrations.Build.Verification.Digests;

/// <summary>Rows to be found by the digest of some columns, each once; of equal ones the first goes first.</summary>
internal sealed class RowPool
{
    private readonly List<TableRow> _rows;
    private readonly Dictionary<UInt128, int> _first;
    private readonly int[] _next;
    private readonly bool[] _taken;

    public RowPool(List<TableRow> rows, int[] columns)
    {
        (_rows, _first, _next, _taken) = (rows, new(rows.Count), new int[rows.Count], new bool[rows.Count]);
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, RowReader.Combine(rows[i].Cells, columns), out var known);
            _next[i] = known ? first : -1;
            first = i;
        }
    }

    /// <summary>The rows that were not taken.</summary>
    public IEnumerable<TableRow> Rest => _rows.Where((_, i) => !_taken[i]);

    /// <summary>Takes a row; false when there is none of the digest any more.</summary>
    public bool Take(UInt128 digest)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrNullRef(_first, digest);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref first) || first < 0)
        {
            return false;
        }

        _taken[first] = true;
        first = _next[first];
        return true;
    }
}
