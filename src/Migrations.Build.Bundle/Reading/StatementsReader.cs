using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Model;

namespace Migrations.Build.Bundle.Reading;

/// <summary>Reads the statements of a <c>.sql</c> part exactly as they were written.</summary>
public static class StatementsReader
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The statements, in order.</summary>
    /// <exception cref="DamagedBundleException">The part is not laid out as one.</exception>
    public static Items<Statement> Read(string part, byte[] bytes)
    {
        try
        {
            return Statements(Utf8.GetString(bytes).Split('\n')).ToItems();
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new DamagedBundleException(part, "Its statements cannot be told apart.");
        }
    }

    private static IEnumerable<Statement> Statements(string[] lines)
    {
        // Every line ends with a line feed, so the last piece is empty.
        var end = lines.Length - 1;
        if (lines[end].Length > 0 || end == 0 || !lines[0].StartsWith("-- ", StringComparison.Ordinal))
        {
            throw new FormatException();
        }
        var at = 1;
        for (var number = 1; at < end; number++)
        {
            var kind = Marker(lines[at], number, out var count);
            if (count > end - at - 1)
            {
                throw new FormatException();
            }
            yield return new Statement(kind, string.Join('\n', lines, at + 1, count));
            at += 1 + count;
        }
    }

    private static StatementKind Marker(string line, int number, out int count)
    {
        var words = line.StartsWith(StatementsWriter.Marker, StringComparison.Ordinal) ? line[StatementsWriter.Marker.Length..].Split(' ') : [];
        count = 0;
        return words.Length == 3
            && words[1] == number.ToString(CultureInfo.InvariantCulture)
            && words[2].StartsWith("lines=", StringComparison.Ordinal)
            && int.TryParse(words[2].AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && count > 0
            ? StatementsWriter.Kind(words[0]) ?? throw new FormatException()
            : throw new FormatException();
    }
}
