namespace Migrations.Build.Verification.Digests;

/// <summary>A row as digests: one a column, of the value's type and bytes. No value can be read back from it.</summary>
/// <param name="Id">What tells the row from the others of its table: the digest of its key, or of its row number.</param>
/// <param name="Cells">A digest a column, in the order of the row set's columns.</param>
internal readonly record struct TableRow(UInt128 Id, ArraySegment<UInt128> Cells);
