using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Opens bundles: every byte of the file is accounted for before anything of it is used.</summary>
public static class BundleReader
{
    /// <summary>Opens a bundle.</summary>
    /// <exception cref="DamagedBundleException">The file is not exactly what a build wrote.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MigrationBundle Open(string path) => ReadOwn(File.ReadAllBytes(path));

    /// <summary>Reads a bundle from its bytes.</summary>
    /// <exception cref="DamagedBundleException">The bytes are not exactly what a build wrote.</exception>
    public static MigrationBundle Read(byte[] file) => ReadOwn((byte[])file.Clone());

    // Parts stay in the file's bytes until they are asked for, so nobody else may have those.
    private static MigrationBundle ReadOwn(byte[] file)
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
        // The manifest is much to parse and the rest much to unpack, and every release waits for both.
        var unpacking = new Unpacking([.. entries.Skip(1)]);
        var manifestBytes = ZipUnpacker.Bytes(entries[0]);
        var manifest = PartReader.Manifest(manifestBytes);
        PartCheck.Names(manifest);
        var parts = Parts(manifest, [.. unpacking.Join()]);
        ZipReader.CheckSeal(file);
        return new(manifest, new(manifestBytes), parts);
    }

    private static SortedList<string, Lazy<byte[]>> Parts(Manifest manifest, List<FoundPart> found)
    {
        var parts = new SortedList<string, Lazy<byte[]>>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(manifest.Parts.Count, found.Count); i++)
        {
            var part = Checked(i < manifest.Parts.Count ? manifest.Parts[i] : null, i < found.Count ? found[i] : null);
            parts.Add(part.Entry.Name, new(() => ZipUnpacker.Bytes(part.Entry)));
        }
        return parts;
    }

    private static FoundPart Checked(PartDigest? listed, FoundPart? found)
    {
        // Both lists are in order, so the first difference tells which side has a part too many.
        var order = listed is null ? 1 : found is null ? -1 : string.CompareOrdinal(listed.Name, found.Entry.Name);
        return order < 0 ? throw new DamagedBundleException(listed!.Name, "It is missing, or not in its place.")
            : order > 0 ? throw new DamagedBundleException(found!.Entry.Name, "The manifest does not list it.")
            : found!.Digest == listed!.Digest && found.Entry.Size == listed.Size ? found
            : throw new DamagedBundleException(found.Entry.Name, "Its bytes are not those that the manifest lists.");
    }
}
