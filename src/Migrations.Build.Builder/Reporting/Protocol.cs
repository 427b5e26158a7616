using System.Globalization;
using System.Text;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Builder.Reporting;

/// <summary>Writes what the build reads from standard output: a line a message, with tabs between its parts.</summary>
internal sealed class Protocol(TextWriter output)
{
    /// <summary>A protocol on the process's standard output. Whatever else prints there from now on prints to standard error.</summary>
    public static Protocol OnStandardOutput()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
        Console.SetOut(Console.Error);
        return new(output);
    }

    /// <summary>Writes a diagnostic.</summary>
    public void Write(string level, string code, Place? place, string helpLink, string text) =>
        output.WriteLine(string.Join('\t', level, code, Escape(place?.File ?? ""), Number(place?.Line), Number(place?.Column), helpLink, Escape(text)));

    /// <summary>Writes a line for people.</summary>
    public void Say(string text) => Write("message", "", null, "", text);

    private static string Number(int? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");
}
