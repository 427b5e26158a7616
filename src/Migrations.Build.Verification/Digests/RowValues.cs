using System.Runtime.InteropServices;

namespace Migrations.Build.Verification.Digests;

/// <summary>
/// The values of the row that a statement stands on, straight from the engine. The binding's own functions guard the statement's handle at each
/// call, and the engine's functions for columns lock the connection at each call, which together cost more than the digests; its functions for
/// values do not (https://sqlite.org/c3ref/column_blob.html: used so they are not for several threads), and here the one who reads holds the
/// connection. Each of these calls takes some nanoseconds and waits for nothing, so the collector need not be told that it runs.
/// </summary>
internal static unsafe partial class RowValues
{
    // The library that Microsoft.Data.Sqlite loads.
    private const string Library = "e_sqlite3";

    /// <summary>The value in a column, valid until the next step.</summary>
    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    public static partial nint Of(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    public static partial int Type(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    public static partial long Integer(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_double")]
    public static partial double Real(nint value);

    /// <summary>The bytes of a text or blob, valid until the next step.</summary>
    public static ReadOnlySpan<byte> Bytes(nint value)
    {
        var bytes = Blob(value);
        return bytes is null ? [] : new(bytes, Length(value));
    }

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_blob")]
    private static partial byte* Blob(nint value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_value_bytes")]
    private static partial int Length(nint value);
}
