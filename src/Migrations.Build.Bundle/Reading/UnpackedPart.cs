using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Reading;

/// <summary>A part as the file holds it, and the digest of its bytes.</summary>
internal sealed record UnpackedPart(string Name, byte[] Bytes, string Digest)
{
    public static UnpackedPart Of(ZipEntry entry)
    {
        var bytes = ZipUnpacker.Bytes(entry);
        return new(entry.Name, bytes, Model.Canonical.Digest.Of(bytes));
    }
}
