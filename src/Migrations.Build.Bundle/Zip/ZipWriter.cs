using System.IO.Hashing;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace Migrations.Build.Bundle.Zip;

/// <summary>Writes files to a zip whose bytes depend on nothing but the files.</summary>
internal static class ZipWriter
{
    // Without the Zip64 extension a directory cannot count further.
    private const int MaximumEntries = 65_535;

    public static byte[] Write(IReadOnlyList<ZipEntry> files)
    {
        if (files.Count > MaximumEntries)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The bundle would have {files.Count} parts. A bundle holds at most {MaximumEntries}. Build for fewer databases, or replace old migrations by a baseline."));
        }
        using var zip = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var entry in files)
        {
            directory.Write(ZipLayout.Central(entry, checked((int)zip.Length)));
            zip.Write(ZipLayout.Local(entry));
            zip.Write(entry.Stored);
        }
        var end = ZipLayout.End(files.Count, checked((int)directory.Length), checked((int)zip.Length));
        directory.WriteTo(zip);
        zip.Write(end);
        zip.Write(ZipLayout.SealOf(zip.ToArray()));
        return zip.ToArray();
    }

    /// <summary>A file as the zip holds it.</summary>
    public static ZipEntry Pack(string name, byte[] bytes)
    {
        var crc = Crc32.HashToUInt32(bytes);
        return Deflate(bytes) is { } deflated
            ? new(name, ZipLayout.DeflatedMethod, crc, deflated, bytes.Length)
            : new(name, ZipLayout.StoredMethod, crc, bytes, bytes.Length);
    }

    /// <summary>The compressed bytes; null when they are not fewer.</summary>
    private static byte[]? Deflate(byte[] bytes)
    {
        // A managed compressor of a pinned version gives the same bytes on every machine; the runtime's own may change with it.
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, noZlibHeaderOrFooter: true);
        deflater.SetInput(bytes);
        deflater.Finish();
        var buffer = new byte[bytes.Length];
        var length = 0;
        while (!deflater.IsFinished)
        {
            if (length == buffer.Length)
            {
                return null;
            }
            length += deflater.Deflate(buffer, length, buffer.Length - length);
        }
        return length < bytes.Length ? buffer[..length] : null;
    }
}
