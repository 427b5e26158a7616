using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;
using SQLitePCL;

namespace Migrations.Build.Verification.Digests;

/// <summary>
/// Digests every value of a table: XxHash128 over the type and the bytes, taken from the engine without making objects of them.
/// </summary>
internal static class RowReader
{
    private const int RowAvailable = 100;
    private const int Integer = 1;
    private const int Real = 2;

    /// <summary>The rows of a table; null when it cannot be read, such as a virtual table whose module is not there.</summary>
    public static RowSet? Read(SqliteConnection connection, LiveTable table)
    {
        var columns = table.Columns.Select(c => c.Name).ToList();
        var keys = table.Key.Select(k => columns.IndexOf(k.Name)).ToArray();
        var numbered = keys.Length == 0 && table.HasRowId;
        // "rowid" means the row's number only where no column has that name.
        var number = numbered ? new[] { "rowid", "_rowid_", "oid" }.FirstOrDefault(n => table.Find(n) is null) : null;
        var sql = $"SELECT {Quoted.Names(columns)}{(number is null ? "" : ", " + number)} FROM {Quoted.Name(table.Name)}";
        if (raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement) != raw.SQLITE_OK)
        {
            return null;
        }

        using (statement)
        {
            var rows = new RowStore(columns.Count);
            while (raw.sqlite3_step(statement) == RowAvailable)
            {
                Read(statement.DangerousGetHandle(), rows.Add(), keys, number is not null);
            }

            return new(table.Name, columns, keys.Length > 0, rows) { Key = [.. table.Key.Select(k => k.Name)] };
        }
    }

    /// <summary>The digest of the database null.</summary>
    public static UInt128 Null { get; } = XxHash128.HashToUInt128([], raw.SQLITE_NULL);

    /// <summary>The digest of a value as the driver gives it: the same as that of the cell.</summary>
    public static UInt128 DigestOf(object? value) => value switch
    {
        null => Null,
        long number => OfBits(number, Integer),
        double number => OfBits(BitConverter.DoubleToInt64Bits(number), Real),
        byte[] bytes => XxHash128.HashToUInt128(bytes, raw.SQLITE_BLOB),
        _ => XxHash128.HashToUInt128(Encoding.UTF8.GetBytes((string)value), raw.SQLITE_TEXT),
    };

    /// <summary>The id of the row with the given key, or number.</summary>
    public static UInt128 IdOf(IReadOnlyList<object?> key) => key.Count == 1 ? DigestOf(key[0]) : Combine([.. key.Select(DigestOf)]);

    private static UInt128 Combine(ReadOnlySpan<UInt128> digests) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(digests));

    private static void Read(nint statement, Span<UInt128> row, int[] keys, bool numbered)
    {
        var cells = row[1..];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(statement, i);
        }

        row[0] = keys.Length switch
        {
            0 => numbered ? Cell(statement, cells.Length) : Combine(cells),
            1 => cells[keys[0]],
            _ => Combine(cells, keys),
        };
    }

    private static UInt128 Combine(ReadOnlySpan<UInt128> digests, int[] places)
    {
        var chosen = new UInt128[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            chosen[i] = digests[places[i]];
        }

        return Combine(chosen);
    }

    // The type is the hash's seed: a number and the text of it are different values.
    private static UInt128 Cell(nint statement, int column)
    {
        var value = RowValues.Of(statement, column);
        var type = RowValues.Type(value);
        return type switch
        {
            Integer => OfBits(RowValues.Integer(value), type),
            Real => OfBits(BitConverter.DoubleToInt64Bits(RowValues.Real(value)), type),
            raw.SQLITE_NULL => Null,
            _ => XxHash128.HashToUInt128(RowValues.Bytes(value), type),
        };
    }

    private static UInt128 OfBits(long bits, int type) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in bits)), type);
}
