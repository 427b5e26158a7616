using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Reading;

/// <summary>A part as the file holds it, and the digest of its bytes, which were unpacked for that and not kept.</summary>
internal sealed record UnpackedPart(ZipEntry Entry, string Digest)
{
    public static UnpackedPart Of(ZipEntry entry) => new(entry, ZipUnpacker.Digest(entry));
}
