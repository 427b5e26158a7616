using System.Runtime.InteropServices;

namespace Migrations.Build.Verification.Digests;

/// <summary>
/// The values of the row that a statement stands on, straight from the engine. The binding's own functions guard the statement's handle at each
/// call, three calls a value, which cost more than the engine's work; here the one who reads holds the statement.
/// </summary>
internal static unsafe partial class RowValues
{
    // The library that Microsoft.Data.Sqlite loads.
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    public static partial int Type(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long Integer(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    public static partial double Real(nint statement, int column);

    /// <summary>The bytes of a text or blob, valid until the next step.</summary>
    public static ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        var bytes = Blob(statement, column);
        return bytes is null ? [] : new(bytes, Length(statement, column));
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial byte* Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    private static partial int Length(nint statement, int column);
}
