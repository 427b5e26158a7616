using Migrations.Build.Bundle.Zip;

namespace Migrations.Build.Bundle.Reading;

/// <summary>A part that the file holds, and the digest of its bytes, which were unpacked for that and not kept.</summary>
internal sealed record FoundPart(ZipEntry Entry, string Digest)
{
    public static FoundPart Of(ZipEntry entry) => new(entry, ZipUnpacker.Digest(entry));
}
