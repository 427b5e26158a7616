namespace Migrations.Build.Cli.Output;

/// <summary>A Markdown page as a report: headings stand out, the rest is readable as it is.</summary>
internal static class PageReport
{
    public static Report Of(string markdown)
    {
        var report = new Report();
        var isCode = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                continue;
            }
            _ = isCode ? report.Line("    " + line)
                : line.StartsWith('#') ? report.Title(line.TrimStart('#').Trim())
                : report.Line(line);
        }
        return report;
    }
}
