using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Migrations.Build.Tasks;

/// <summary>A line of the builder: severity, code, file, line, column, help link and text, with tabs between them.</summary>
internal sealed class Report
{
    private static readonly string Pages = typeof(Report).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RulePages").Value!;

    private readonly string[] _parts;

    private Report(string[] parts) => _parts = parts;

    public static string HelpLink(string code) => Pages + code + ".md";

    public static Report? TryParse(string line) =>
        line.Split('\t') is { Length: 7 } parts && parts[0] is "error" or "warning" or "info" or "message" ? new Report(parts) : null;

    public void Log(TaskLoggingHelper log, string project)
    {
        var (code, file, link, text) = (_parts[1], _parts[2].Length == 0 ? project : _parts[2], _parts[5], Unescape(_parts[6]));
        var (line, column) = (Number(_parts[3]), Number(_parts[4]));
        switch (_parts[0])
        {
            case "error":
                log.LogError(null, code, null, link, file, line, column, 0, 0, "{0}", text);
                break;
            case "warning":
                log.LogWarning(null, code, null, link, file, line, column, 0, 0, "{0}", text);
                break;
            case "info":
                log.LogMessage(null, code, null, file, line, column, 0, 0, MessageImportance.Normal, "{0}", text);
                break;
            default:
                log.LogMessage(MessageImportance.High, "{0}", text);
                break;
        }
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i].ToString() : Escaped(text[++i]));
        }

        return plain.ToString();
    }

    private static string Escaped(char c) => c switch
    {
        'n' => Environment.NewLine,
        't' => "\t",
        _ => c.ToString(),
    };
}
