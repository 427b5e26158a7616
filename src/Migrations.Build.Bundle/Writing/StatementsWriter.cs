using System.Globalization;
using System.Text;
using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Bundle.Writing;

/// <summary>
/// Writes statements to a <c>.sql</c> part. Each stands behind a marker that counts its lines, so that any text, also one that
/// looks like a marker or ends without a line feed, is read back as it is.
/// </summary>
public static class StatementsWriter
{
    /// <summary>How a marker begins.</summary>
    public const string Marker = "-- migrations:";

    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>The part's bytes: a heading for people, then the statements.</summary>
    /// <exception cref="ArgumentException">A text has no UTF-8 form.</exception>
    public static byte[] Write(string heading, IEnumerable<Statement> statements)
    {
        var text = new StringBuilder("-- ").Append(OneLine(heading)).Append('\n');
        var number = 0;
        foreach (var statement in statements)
        {
            number++;
            text.Append(CultureInfo.InvariantCulture, $"{Marker}{Word(statement.Kind)} {number} lines={Lines(statement.Text)}\n");
            text.Append(statement.Text).Append('\n');
        }
        try
        {
            return Utf8.GetBytes(text.ToString());
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException($"A statement of '{OneLine(heading)}' holds half a character (an unpaired surrogate). It has no form in a file or a database. Take the character out of the migration.", nameof(statements));
        }
    }

    internal static string Word(StatementKind kind) => kind switch
    {
        StatementKind.Sql => "statement",
        StatementKind.Code => "code",
        StatementKind.Check => "check",
        StatementKind.Keep => "keep",
        StatementKind.Restore => "restore",
    };

    internal static StatementKind? Kind(string word) => word switch
    {
        "statement" => StatementKind.Sql,
        "code" => StatementKind.Code,
        "check" => StatementKind.Check,
        "keep" => StatementKind.Keep,
        "restore" => StatementKind.Restore,
        _ => null,
    };

    private static int Lines(string text) => text.AsSpan().Count('\n') + 1;

    // A heading that begins like a marker must not become one.
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.StartsWith("migrations:", StringComparison.Ordinal) ? " " + line : line;
    }
}
