using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Zip;

/// <summary>Unpacks an entry to exactly the bytes that its headers announce.</summary>
internal static class Unpack
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
        var crc = new Crc32();
        crc.Update(bytes);
        return (uint)crc.Value == entry.Crc ? bytes : throw new DamagedBundleException(entry.Name, "Its bytes were changed.");
    }

    private static byte[] Inflate(ZipEntry entry)
    {
        try
        {
            var inflater = new Inflater(noHeader: true);
            inflater.SetInput(entry.Stored);
            // One byte more than announced shows a part that goes on behind its end.
            var bytes = new byte[entry.Size + 1];
            var length = 0;
            while (!inflater.IsFinished && length < bytes.Length && inflater.Inflate(bytes, length, bytes.Length - length) is > 0 and var more)
            {
                length += more;
            }
            return inflater.IsFinished && length == entry.Size && inflater.RemainingInput == 0
                ? bytes[..length]
                : throw new DamagedBundleException(entry.Name, "It is cut off, or goes on behind its end.");
        }
        catch (Exception e) when (e is SharpZipBaseException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw new DamagedBundleException(entry.Name, "Its packed bytes were changed.");
        }
    }
}
