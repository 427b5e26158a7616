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
            var (kind, count) = Marker(lines[at], number);
            if (count > end - at - 1)
            {
                throw new FormatException();
            }
            yield return new Statement(kind, string.Join('\n', lines, at + 1, count));
            at += 1 + count;
        }
    }

    private static (StatementKind Kind, int Lines) Marker(string line, int number)
    {
        foreach (var kind in Enum.GetValues<StatementKind>())
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"{StatementsWriter.Marker}{StatementsWriter.Word(kind)} {number} lines=");
            if (line.StartsWith(start, StringComparison.Ordinal)
                && int.TryParse(line.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count > 0)
            {
                return (kind, count);
            }
        }
        throw new FormatException();
    }
}
