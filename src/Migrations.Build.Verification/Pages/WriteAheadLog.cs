using System.Buffers.Binary;

namespace Migrations.Build.Verification.Pages;

/// <summary>Reads which pages a write-ahead log holds (https://www.sqlite.org/fileformat2.html#walformat).</summary>
internal static class WriteAheadLog
{
    private const int HeaderLength = 32;
    private const int FrameLength = 24;

    /// <summary>The numbers of the pages that were written, each once; also of those whose transaction was undone.</summary>
    public static IReadOnlySet<uint> ChangedPages(string path)
    {
        var pages = new HashSet<uint>();
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return pages;
        }

        var size = (int)BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        Span<byte> frame = stackalloc byte[FrameLength];
        while (file.ReadAtLeast(frame, FrameLength, throwOnEndOfStream: false) == FrameLength)
        {
            // The salt of an older log tells where this one ends.
            if (!frame[8..16].SequenceEqual(header[16..24]))
            {
                break;
            }

            pages.Add(BinaryPrimitives.ReadUInt32BigEndian(frame));
            file.Seek(size, SeekOrigin.Current);
        }

        return pages;
    }
}
