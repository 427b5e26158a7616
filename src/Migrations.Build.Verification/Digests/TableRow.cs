namespace Migrations.Build.Verification.Digests;

/// <summary>A row as digests: one a column, of the value's type and bytes. No value can be read back from it.</summary>
/// <param name="rows">The rows of its table.</param>
/// <param name="place">Where it stands among them.</param>
internal readonly struct TableRow(RowStore rows, int place)
{
    /// <summary>What tells the row from the others of its table: the digest of its key, or of its row number.</summary>
    public UInt128 Id => rows.Id(place);

    /// <summary>A digest a column, in the order of the row set's columns.</summary>
    public ReadOnlySpan<UInt128> Cells => rows.Cells(place);
}
