using System.Buffers.Binary;
using System.Text;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Bundle.Zip;

/// <summary>
/// The one way in which a bundle's zip is laid out. Every header follows from the entry and its offset, so the reader makes
/// each header anew and compares: nothing can hide in a field, a gap, an extra or a second directory.
/// </summary>
internal static class ZipLayout
{
    public const ushort StoredMethod = 0;
    public const ushort DeflatedMethod = 8;
    public const int LocalSize = 30;
    public const int CentralSize = 46;

    private const int DigestSize = 64;
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort FirstOfJanuary1980 = 0x0021;

    // The zip's comment seals the file: the digest of every byte in front of the digits.
    private static readonly byte[] Seal = "migrations-bundle sha256:"u8.ToArray();

    public static int EndSize => 22 + Seal.Length + DigestSize;

    public static byte[] Local(ZipEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var header = new byte[LocalSize + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        Common(header.AsSpan(4), entry, name.Length);
        name.CopyTo(header, LocalSize);
        return header;
    }

    public static byte[] Central(ZipEntry entry, int offset)
    {
        var name = Encoding.UTF8.GetBytes(entry.Name);
        var header = new byte[CentralSize + name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
        // Host 0 (FAT) says nothing about the machine that wrote it.
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
        Common(header.AsSpan(6), entry, name.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(42), offset);
        name.CopyTo(header, CentralSize);
        return header;
    }

    /// <summary>The end record with the seal, but for the seal's digits.</summary>
    public static byte[] End(int count, int centralSize, int centralOffset)
    {
        var record = new byte[22 + Seal.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)count);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(12), centralSize);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(16), centralOffset);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(20), (ushort)(Seal.Length + DigestSize));
        Seal.CopyTo(record, 22);
        return record;
    }

    /// <summary>The digits that seal a file: the digest of everything in front of them.</summary>
    public static byte[] SealOf(ArraySegment<byte> everythingBefore) => Encoding.ASCII.GetBytes(Digest.Of([everythingBefore]));

    private static void Common(Span<byte> at, ZipEntry entry, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(at[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(at[8..], FirstOfJanuary1980);
        BinaryPrimitives.WriteUInt32LittleEndian(at[10..], entry.Crc);
        BinaryPrimitives.WriteInt32LittleEndian(at[14..], entry.Stored.Count);
        BinaryPrimitives.WriteInt32LittleEndian(at[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(at[22..], (ushort)nameLength);
    }
}
