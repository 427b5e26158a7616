using System.Buffers.Binary;

namespace Migrations.Build.Verification.Pages;

/// <summary>
/// Tells to which tree a page of a database file belongs, by the pointer map that an auto-vacuum database keeps
/// (https://www.sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages).
/// </summary>
internal sealed class PageFile : IDisposable
{
    private const byte Root = 1;
    private const byte Free = 2;
    private readonly FileStream _file;
    private readonly int _pageSize;
    private readonly uint _perMap;

    private PageFile(FileStream file)
    {
        _file = file;
        Span<byte> header = stackalloc byte[100];
        file.ReadExactly(header);
        var size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        _pageSize = size == 1 ? 65_536 : size;
        _perMap = (uint)((_pageSize - header[20]) / 5) + 1;
        if (BinaryPrimitives.ReadUInt32BigEndian(header[52..]) == 0)
        {
            throw new InvalidDataException("The database keeps no pointer map.");
        }
    }

    public static PageFile Open(string path) => new(new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>The root page of the tree that the page is part of; zero for a page of no table or index.</summary>
    public long RootOf(uint page)
    {
        for (var steps = 0; steps < 1_000_000; steps++)
        {
            var map = page < 2 ? page : ((page - 2) / _perMap * _perMap) + 2;
            if (page == map || (long)page * _pageSize > _file.Length)
            {
                return 0;
            }

            var (kind, parent) = Entry(map, page);
            if (kind is Root)
            {
                return page;
            }

            if (kind is 0 or Free)
            {
                return 0;
            }

            page = parent;
        }

        throw new InvalidDataException("The pointer map goes in a circle.");
    }

    public void Dispose() => _file.Dispose();

    private (byte Kind, uint Parent) Entry(uint map, uint page)
    {
        Span<byte> entry = stackalloc byte[5];
        _file.Seek(((map - 1L) * _pageSize) + (5 * (page - map - 1)), SeekOrigin.Begin);
        _file.ReadExactly(entry);
        return (entry[0], BinaryPrimitives.ReadUInt32BigEndian(entry[1..]));
    }
}
