using System.IO.Compression;
using System.IO.Hashing;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Zip;

/// <summary>Unpacks entries to exactly the bytes that their headers announce. Unlike packing, this may be left to the runtime: there is one right result.</summary>
internal static class ZipUnpacker
{
    // Deflate cannot pack tighter; a larger claim is a lie that would only cost memory.
    private const long DeflateLimit = 1032;
    private const int MaximumSize = 512 * 1024 * 1024;

    /// <summary>The entry's bytes.</summary>
    /// <exception cref="DamagedBundleException">The entry does not hold what it announces.</exception>
    public static byte[] Bytes(ZipEntry entry)
    {
        var bytes = entry.Method switch
        {
            ZipLayout.StoredMethod when entry.Size == entry.Stored.Length => entry.Stored,
            ZipLayout.DeflatedMethod when entry.Size <= Math.Min(MaximumSize, (entry.Stored.Length + 1) * DeflateLimit) => Inflate(entry),
            _ => throw new DamagedBundleException(entry.Name, "Its size or its way of packing is not possible."),
        };
        return Crc32.HashToUInt32(bytes) == entry.Crc ? bytes : throw new DamagedBundleException(entry.Name, "Its bytes were changed.");
    }

    private static byte[] Inflate(ZipEntry entry)
    {
        try
        {
            using var inflater = new DeflateStream(new MemoryStream(entry.Stored, writable: false), CompressionMode.Decompress);
            var bytes = new byte[entry.Size];
            var length = inflater.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length == bytes.Length && inflater.ReadByte() < 0
                ? bytes
                : throw new DamagedBundleException(entry.Name, "It is cut off, or goes on behind its end.");
        }
        catch (InvalidDataException)
        {
            throw new DamagedBundleException(entry.Name, "Its packed bytes were changed.");
        }
    }
}
