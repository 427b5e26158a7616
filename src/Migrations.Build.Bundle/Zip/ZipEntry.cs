namespace Migrations.Build.Bundle.Zip;

/// <summary>A file as the zip holds it: its name, its bytes as stored, and what the headers say of them.</summary>
internal sealed record ZipEntry(string Name, ushort Method, uint Crc, ArraySegment<byte> Stored, int Size);
