using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Reading;

namespace Migrations.Build.Bundle.Parts;

/// <summary>
/// The <c>.sql</c> files of a large history, one behind the other in one part. A zip's headers and a manifest's digests cost
/// more than a short statement: 1,000 migrations for four databases would be 3 MB as 8,000 parts, and are a sixth of it packed.
/// </summary>
internal static class SqlPack
{
    /// <summary>Up to so many <c>.sql</c> files each is a part of its own.</summary>
    public const int Limit = 1_000;

    private const string Marker = "-- migrations:file ";

    /// <summary>The packed files; each ends with a line feed.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var pack = new MemoryStream();
        foreach (var file in files)
        {
            var lines = file.Value.AsSpan().Count((byte)'\n');
            pack.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Marker}{file.Key} lines={lines}\n")));
            pack.Write(file.Value);
        }
        return pack.ToArray();
    }

    /// <summary>The files of a pack, by name.</summary>
    /// <exception cref="DamagedBundleException">The part is no pack.</exception>
    public static Dictionary<string, byte[]> Read(string part, byte[] pack)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var rest = pack.AsSpan();
        while (rest.Length > 0)
        {
            var heading = Encoding.UTF8.GetString(Lines(part, ref rest, 1)).TrimEnd('\n');
            var counted = heading.LastIndexOf(" lines=", StringComparison.Ordinal);
            if (!heading.StartsWith(Marker, StringComparison.Ordinal)
                || counted < Marker.Length
                || !int.TryParse(heading.AsSpan(counted + 7), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || !files.TryAdd(heading[Marker.Length..counted], Lines(part, ref rest, count)))
            {
                throw Wrong(part);
            }
        }
        return files;
    }

    private static byte[] Lines(string part, ref Span<byte> rest, int count)
    {
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var line = rest[length..].IndexOf((byte)'\n');
            length += line >= 0 ? line + 1 : throw Wrong(part);
        }
        var lines = rest[..length].ToArray();
        rest = rest[length..];
        return lines;
    }

    private static DamagedBundleException Wrong(string part) => new(part, "Its files cannot be told apart.");
}
