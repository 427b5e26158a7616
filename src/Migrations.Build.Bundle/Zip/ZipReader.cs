using System.Buffers.Binary;
using System.Text;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Zip;

/// <summary>Reads the entries of a zip that <see cref="ZipWriter"/> wrote, and refuses every other.</summary>
internal static class ZipReader
{
    private const long MaximumSize = 1024L * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The entries, still packed, in the order of the file.</summary>
    /// <exception cref="DamagedBundleException">The bytes are not laid out as ours are.</exception>
    public static IReadOnlyList<ZipEntry> Read(byte[] file)
    {
        var end = file.Length - ZipLayout.EndSize;
        if (end < 0)
        {
            throw Wrong("It is too short to be a bundle.");
        }
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(end + 8));
        var centralSize = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(end + 12));
        var central = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(end + 16));
        if (!Matches(file, end, ZipLayout.End(count, centralSize, central)) || central < 0 || centralSize != end - central)
        {
            throw Wrong("It does not end as a bundle does: it is truncated, has something behind its end, or is no bundle.");
        }
        var entries = new List<ZipEntry>(count);
        var offset = 0;
        for (var i = 0; i < count; i++)
        {
            var entry = Entry(file, ref central, offset, end);
            offset += ZipLayout.LocalSize + Encoding.UTF8.GetByteCount(entry.Name) + entry.Stored.Count;
            entries.Add(entry);
        }
        if (entries.Sum(e => (long)e.Size) > MaximumSize)
        {
            throw Wrong("Its parts would be larger than any bundle.");
        }
        return central == end && offset == end - centralSize ? entries : throw Wrong("There are bytes that belong to no part.");
    }

    /// <summary>Refuses a file in which any byte was changed, also one that carries nothing.</summary>
    /// <exception cref="DamagedBundleException">The seal does not fit.</exception>
    public static void CheckSeal(byte[] file)
    {
        var digits = file.Length - 64;
        if (!file.AsSpan(digits).SequenceEqual(ZipLayout.SealOf(new(file, 0, digits))))
        {
            throw Wrong("A byte of it was changed after it was written.");
        }
    }

    private static ZipEntry Entry(byte[] file, ref int central, int offset, int end)
    {
        if (end - central < ZipLayout.CentralSize)
        {
            throw Wrong("Its directory is cut off.");
        }
        var header = file.AsSpan(central);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (end - central - ZipLayout.CentralSize < nameLength)
        {
            throw Wrong("Its directory is cut off.");
        }
        var name = Name(file, central + ZipLayout.CentralSize, nameLength);
        var stored = BinaryPrimitives.ReadInt32LittleEndian(header[20..]);
        var size = BinaryPrimitives.ReadInt32LittleEndian(header[24..]);
        var data = (long)offset + ZipLayout.LocalSize + nameLength;
        if (stored < 0 || size < 0 || data + stored > central)
        {
            throw new DamagedBundleException(name, "Its size is not possible.");
        }
        var entry = new ZipEntry(name, BinaryPrimitives.ReadUInt16LittleEndian(header[10..]), BinaryPrimitives.ReadUInt32LittleEndian(header[16..]), new(file, (int)data, stored), size);
        if (!Matches(file, central, ZipLayout.Central(entry, offset)) || !Matches(file, offset, ZipLayout.Local(entry)))
        {
            throw new DamagedBundleException(name, "Its entry in the zip was changed.");
        }
        central += ZipLayout.CentralSize + nameLength;
        return entry;
    }

    private static string Name(byte[] file, int at, int length)
    {
        try
        {
            return Utf8.GetString(file, at, length);
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("The name of a part is no UTF-8 text.");
        }
    }

    private static bool Matches(byte[] file, int at, byte[] expected) =>
        at + expected.Length <= file.Length && file.AsSpan(at, expected.Length).SequenceEqual(expected);

    private static DamagedBundleException Wrong(string reason) => new(DamagedBundleException.Container, reason);
}
