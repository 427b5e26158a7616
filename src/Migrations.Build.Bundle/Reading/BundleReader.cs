using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Zip;
using Migrations.Build.Model.Canonical;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Opens bundles: every byte of the file is accounted for before anything of it is used.</summary>
public static class BundleReader
{
    /// <summary>Opens a bundle.</summary>
    /// <exception cref="DamagedBundleException">The file is not exactly what a build wrote.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MigrationBundle Open(string path) => Read(File.ReadAllBytes(path));

    /// <summary>Reads a bundle from its bytes.</summary>
    /// <exception cref="DamagedBundleException">The bytes are not exactly what a build wrote.</exception>
    public static MigrationBundle Read(byte[] file)
    {
        try
        {
            return ReadExactly(file);
        }
        catch (DamagedBundleException e)
        {
            throw Diagnosis.Of(file, e);
        }
    }

    private static MigrationBundle ReadExactly(byte[] file)
    {
        var entries = ZipReader.Read(file);
        if (entries.Count == 0 || entries[0].Name != PartNames.Manifest)
        {
            throw new DamagedBundleException(PartNames.Manifest, "It is missing.");
        }
        var unpacker = new ZipUnpacker();
        var manifestBytes = unpacker.Bytes(entries[0]);
        var manifest = PartReader.Manifest(manifestBytes);
        PartCheck.Names(manifest);
        var parts = Parts(manifest, [.. entries.Skip(1)], unpacker);
        ZipReader.CheckSeal(file);
        return new(manifest, manifestBytes, parts);
    }

    private static SortedDictionary<string, byte[]> Parts(Manifest manifest, List<ZipEntry> entries, ZipUnpacker unpacker)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(manifest.Parts.Count, entries.Count); i++)
        {
            var bytes = Part(i < manifest.Parts.Count ? manifest.Parts[i] : null, i < entries.Count ? entries[i] : null, unpacker);
            parts.Add(entries[i].Name, bytes);
        }
        return parts;
    }

    private static byte[] Part(PartDigest? listed, ZipEntry? entry, ZipUnpacker unpacker)
    {
        // Both lists are in order, so the first difference tells which side has a part too many.
        var order = listed is null ? 1 : entry is null ? -1 : string.CompareOrdinal(listed.Name, entry.Name);
        if (order < 0)
        {
            throw new DamagedBundleException(listed!.Name, "It is missing, or not in its place.");
        }
        if (order > 0)
        {
            throw new DamagedBundleException(entry!.Name, "The manifest does not list it.");
        }
        if (entry!.Size != listed!.Size)
        {
            throw new DamagedBundleException(entry.Name, "It is not as long as the manifest says.");
        }
        var bytes = unpacker.Bytes(entry);
        return Digest.Of(bytes) == listed.Digest ? bytes : throw new DamagedBundleException(entry.Name, "Its bytes are not those that the manifest lists.");
    }
}
