using System.Buffers.Binary;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Zip;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Finds the part to name when the file around the parts is not ours any more: cut off, or packed again by another tool.</summary>
internal static class Diagnosis
{
    /// <summary>The damage with the name of the first part that is not right; the damage as it was found when no part can be named.</summary>
    public static DamagedBundleException Of(byte[] file, DamagedBundleException found)
    {
        try
        {
            Check(file);
            return found;
        }
        catch (DamagedBundleException named)
        {
            return named.Part is DamagedBundleException.Container or PartNames.Manifest ? found : named;
        }
    }

    private static void Check(byte[] file)
    {
        var entries = Walk(file).ToList();
        var manifest = entries.Count > 0 && entries[0].Name == PartNames.Manifest
            ? PartReader.Manifest(ZipUnpacker.Bytes(entries[0]))
            : throw new DamagedBundleException(PartNames.Manifest, "It is missing.");
        var waited = manifest.Parts.GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var entry in entries.Skip(1))
        {
            if (!waited.Remove(entry.Name, out var listed))
            {
                throw new DamagedBundleException(entry.Name, "The manifest does not list it, or it is there twice.");
            }
            if (entry.Size != listed.Size || ZipUnpacker.Digest(entry) != listed.Digest)
            {
                throw new DamagedBundleException(entry.Name, "Its bytes are not those that the manifest lists.");
            }
        }
        if (waited.Count > 0)
        {
            throw new DamagedBundleException(waited.Keys.Order(StringComparer.Ordinal).First(), "It is missing.");
        }
    }

    /// <summary>The files one behind the other, by their own headers: these are there even when the directory at the end is not.</summary>
    private static IEnumerable<ZipEntry> Walk(byte[] file)
    {
        var at = 0;
        while (at + ZipLayout.LocalSize <= file.Length && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == 0x04034b50)
        {
            var header = file.AsSpan(at, ZipLayout.LocalSize);
            var (name, extra) = (BinaryPrimitives.ReadUInt16LittleEndian(header[26..]), BinaryPrimitives.ReadUInt16LittleEndian(header[28..]));
            var (stored, size) = (BinaryPrimitives.ReadInt32LittleEndian(header[18..]), BinaryPrimitives.ReadInt32LittleEndian(header[22..]));
            var (method, crc) = (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]), BinaryPrimitives.ReadUInt32LittleEndian(header[14..]));
            var data = at + ZipLayout.LocalSize + name + extra;
            if (data > file.Length)
            {
                throw new DamagedBundleException(DamagedBundleException.Container, "It is cut off.");
            }
            var text = Encoding.UTF8.GetString(file, at + ZipLayout.LocalSize, name);
            if (stored < 0 || size < 0 || stored > file.Length - data)
            {
                throw new DamagedBundleException(text, "It is cut off.");
            }
            yield return new(text, method, crc, new(file, data, stored), size);
            at = data + stored;
        }
    }
}
