using Migrations.Build.Model.Databases;

namespace Migrations.Build.Verification.Digests;

/// <summary>The rows of a table at one moment.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Columns">Its columns, in the order of the cells.</param>
/// <param name="Keyed">Whether a row is told by its key, and not only by its number.</param>
/// <param name="Rows">The rows.</param>
internal sealed record RowSet(string Table, IReadOnlyList<string> Columns, bool Keyed, RowStore Rows)
{
    private Dictionary<UInt128, int>? _byId;

    /// <summary>The columns of its key.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Whether rows of both are told by the same columns.</summary>
    public bool IsKeyedAs(RowSet other) => Keyed && other.Keyed && Key.SequenceEqual(other.Key, AsciiComparer.IgnoreCase);

    /// <summary>Where a column stands; less than zero when there is none.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (AsciiComparer.IgnoreCase.Equals(Columns[i], column))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The row of an id; null when there is none.</summary>
    public TableRow? Find(UInt128 id)
    {
        _byId ??= ById();
        return _byId.TryGetValue(id, out var row) ? Rows[row] : null;
    }

    private Dictionary<UInt128, int> ById()
    {
        var rows = new Dictionary<UInt128, int>(Rows.Count);
        for (var i = 0; i < Rows.Count; i++)
        {
            rows[Rows.Id(i)] = i;
        }

        return rows;
    }
}
