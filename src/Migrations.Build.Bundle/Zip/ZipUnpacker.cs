using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip.Compression;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Zip;

/// <summary>Unpacks entries to exactly the bytes that their headers announce; one after the other.</summary>
internal sealed class ZipUnpacker
{
    // Deflate cannot pack tighter; a larger claim is a lie that would only cost memory.
    private const long DeflateLimit = 1032;
    private const int MaximumSize = 512 * 1024 * 1024;

    private readonly Inflater _inflater = new(noHeader: true);

    /// <summary>The entry's bytes.</summary>
    /// <exception cref="DamagedBundleException">The entry does not hold what it announces.</exception>
    public byte[] Bytes(ZipEntry entry)
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

    private byte[] Inflate(ZipEntry entry)
    {
        try
        {
            _inflater.Reset();
            _inflater.SetInput(entry.Stored);
            // One byte more than announced shows a part that goes on behind its end.
            var bytes = new byte[entry.Size + 1];
            var length = 0;
            while (!_inflater.IsFinished && length < bytes.Length && _inflater.Inflate(bytes, length, bytes.Length - length) is > 0 and var more)
            {
                length += more;
            }
            return _inflater.IsFinished && length == entry.Size && _inflater.RemainingInput == 0
                ? bytes[..length]
                : throw new DamagedBundleException(entry.Name, "It is cut off, or goes on behind its end.");
        }
        catch (Exception e) when (e is SharpZipBaseException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            throw new DamagedBundleException(entry.Name, "Its packed bytes were changed.");
        }
    }
}
