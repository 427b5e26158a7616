using System.Text;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Tests;

/// <summary>Makes bundles that no build wrote.</summary>
internal static class Forgery
{
    /// <summary>The parts of the sample's bundle, the manifest first.</summary>
    public static List<KeyValuePair<string, byte[]>> Parts()
    {
        var bundle = BundleWriter.Create(Sample.Source());
        return [new("bundle.json", bundle.ManifestBytes), .. bundle.Parts];
    }

    /// <summary>A zip of ours, sealed, around the given parts.</summary>
    public static byte[] Zip(IReadOnlyList<KeyValuePair<string, byte[]>> parts) => ZipWriter.Write([.. parts.Select(p => ZipWriter.Pack(p.Key, p.Value))]);

    /// <summary>The bytes with a seal that fits them, as one who knows the format would make it.</summary>
    public static byte[] Reseal(byte[] file) => file.Length < 64 ? file : [.. file[..^64], .. ZipLayout.SealOf(file[..^64])];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
