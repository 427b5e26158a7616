namespace Migrations.Build.Verification.Digests;

/// <summary>Room for the cells of many rows: a few large arrays cost the collector nothing, and a million small ones cost more than reading the rows.</summary>
/// <param name="columns">How many cells a row has.</param>
internal sealed class CellStore(int columns)
{
    private const int Most = 4096;

    private UInt128[] _block = [];
    private int _used;
    private int _rows = 8;

    /// <summary>Room for one more row.</summary>
    public ArraySegment<UInt128> Next()
    {
        if (_used + columns > _block.Length)
        {
            _rows = Math.Min(_rows * 2, Most);
            (_block, _used) = (new UInt128[columns * _rows], 0);
        }

        _used += columns;
        return new(_block, _used - columns, columns);
    }
}
