using System.Collections;

namespace Migrations.Build.Verification.Digests;

/// <summary>
/// The rows of a table as digests: for each its id, and a digest a column. They lie in a few large arrays without references, since a collector
/// that follows a million small ones costs more than reading the rows.
/// </summary>
/// <param name="columns">How many columns the table has.</param>
internal sealed class RowStore(int columns) : IReadOnlyList<TableRow>
{
    private const int Bits = 13;
    private const int Full = 1 << Bits;

    private readonly int _width = columns + 1;
    private readonly List<UInt128[]> _blocks = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public TableRow this[int index] => new(this, index);

    /// <summary>A row's id.</summary>
    public UInt128 Id(int row) => _blocks[row >> Bits][(row & (Full - 1)) * _width];

    /// <summary>A row's digests, in the order of the columns.</summary>
    public ReadOnlySpan<UInt128> Cells(int row) => _blocks[row >> Bits].AsSpan(((row & (Full - 1)) * _width) + 1, columns);

    /// <summary>Room for one more row: its id, and behind it its digests.</summary>
    public Span<UInt128> Add()
    {
        var (block, at) = (Count >> Bits, Count & (Full - 1));
        if (block == _blocks.Count)
        {
            _blocks.Add(new UInt128[_width * (block == 0 ? 8 : Full)]);
        }
        else if (at * _width == _blocks[block].Length)
        {
            var grown = _blocks[block];
            Array.Resize(ref grown, grown.Length * 2);
            _blocks[block] = grown;
        }

        Count++;
        return _blocks[block].AsSpan(at * _width, _width);
    }

    /// <summary>The rows but those of some ids.</summary>
    public RowStore Without(IReadOnlySet<UInt128> ids)
    {
        var left = new RowStore(columns);
        foreach (var row in this.Where(r => !ids.Contains(r.Id)))
        {
            var room = left.Add();
            room[0] = row.Id;
            row.Cells.CopyTo(room[1..]);
        }

        return left;
    }

    /// <inheritdoc/>
    public IEnumerator<TableRow> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
