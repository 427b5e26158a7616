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
    private const int BufferSize = 32 * 1024;

    /// <summary>The entry's bytes.</summary>
    /// <exception cref="DamagedBundleException">The entry does not hold what it announces.</exception>
    public static byte[] Bytes(ZipEntry entry)
    {
        Check(entry);
        var (bytes, length) = (new byte[entry.Size], 0);
        foreach (var block in Blocks(entry))
        {
            block.CopyTo(bytes, length);
            length += block.Count;
        }

        return bytes;
    }

    /// <summary>The digest of the entry's bytes, none of which are kept.</summary>
    /// <exception cref="DamagedBundleException">The entry does not hold what it announces.</exception>
    public static string Digest(ZipEntry entry)
    {
        Check(entry);
        return Model.Canonical.Digest.Of(Blocks(entry));
    }

    private static void Check(ZipEntry entry)
    {
        var isPossible = entry.Method switch
        {
            ZipLayout.StoredMethod => entry.Size == entry.Stored.Count,
            ZipLayout.DeflatedMethod => entry.Size <= Math.Min(MaximumSize, (entry.Stored.Count + 1) * DeflateLimit),
            _ => false,
        };
        if (!isPossible)
        {
            throw new DamagedBundleException(entry.Name, "Its size or its way of packing is not possible.");
        }
    }

    private static IEnumerable<ArraySegment<byte>> Blocks(ZipEntry entry)
    {
        var (crc, left, buffer) = (new Crc32(), entry.Size, new byte[BufferSize]);
        using var packed = Open(entry);
        for (var read = Read(entry, packed, buffer); read > 0; read = Read(entry, packed, buffer))
        {
            left = left >= read ? left - read : throw Cut(entry);
            crc.Append(buffer.AsSpan(0, read));
            yield return new(buffer, 0, read);
        }

        if (left > 0)
        {
            throw Cut(entry);
        }

        if (crc.GetCurrentHashAsUInt32() != entry.Crc)
        {
            throw new DamagedBundleException(entry.Name, "Its bytes were changed.");
        }
    }

    private static int Read(ZipEntry entry, Stream packed, byte[] buffer)
    {
        try
        {
            return packed.Read(buffer, 0, buffer.Length);
        }
        catch (InvalidDataException)
        {
            throw new DamagedBundleException(entry.Name, "Its packed bytes were changed.");
        }
    }

    private static Stream Open(ZipEntry entry)
    {
        var stored = new MemoryStream(entry.Stored.Array!, entry.Stored.Offset, entry.Stored.Count, writable: false);
        return entry.Method == ZipLayout.StoredMethod ? stored : new DeflateStream(stored, CompressionMode.Decompress);
    }

    private static DamagedBundleException Cut(ZipEntry entry) => new(entry.Name, "It is cut off, or goes on behind its end.");
}
