namespace Migrations.Build.Bundle.Zip;

/// <summary>Packs files, each once and by itself: packing is slow, and only where a file ends up in the zip depends on the others.</summary>
internal sealed class Packing
{
    private readonly Dictionary<Lazy<byte[]>, Lazy<ZipEntry>> _packed = new(ReferenceEqualityComparer.Instance);

    /// <summary>The file packed, by whoever asks for it first.</summary>
    public ZipEntry Of(KeyValuePair<string, Lazy<byte[]>> file)
    {
        Lazy<ZipEntry>? packed;
        lock (_packed)
        {
            if (!_packed.TryGetValue(file.Value, out packed))
            {
                _packed.Add(file.Value, packed = new(() => ZipWriter.Pack(file.Key, file.Value.Value)));
            }
        }

        return packed.Value;
    }
}
