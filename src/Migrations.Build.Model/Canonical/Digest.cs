using System.Security.Cryptography;
using System.Text;

namespace Migrations.Build.Model.Canonical;

/// <summary>SHA-256, written as lower-case hexadecimal digits: the one way in which anything of ours is identified.</summary>
public static class Digest
{
    // Making one takes as long as the digest of a statement; it is not safe for several threads.
    [ThreadStatic]
    private static SHA256? _sha;

    /// <summary>The digest of bytes.</summary>
    public static string Of(byte[] bytes) => Hex((_sha ??= SHA256.Create()).ComputeHash(bytes));

    /// <summary>The digest of bytes that come block by block, each of which is done with before the next comes.</summary>
    public static string Of(IEnumerable<ArraySegment<byte>> blocks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in blocks)
        {
            hash.AppendData(block.Array!, block.Offset, block.Count);
        }

        return Hex(hash.GetHashAndReset());
    }

    /// <summary>The digest of a text in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of a record in its canonical form.</summary>
    public static string OfRecord(object record) => Of(JsonWriter.Compact(RecordJson.Write(record)));

    private static string Hex(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = digits[bytes[i] >> 4];
            text[(2 * i) + 1] = digits[bytes[i] & 15];
        }

        return new string(text);
    }
}
