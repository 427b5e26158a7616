namespace Migrations.Build.Cli.Output;

/// <summary>A Markdown page as a report: headings stand out, code is indented, and a paragraph is one line that is wrapped where it is shown.</summary>
internal static class PageReport
{
    public static Report Of(string markdown)
    {
        var (report, paragraph, isCode) = (new Report(), "", false);
        foreach (var line in markdown.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Append(""))
        {
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            if (!isFence && !isCode && Continues(line))
            {
                paragraph += (paragraph.Length > 0 ? " " : "") + line.Trim();
                continue;
            }
            if (paragraph.Length > 0)
            {
                report.Line(paragraph);
                paragraph = "";
            }
            if (!isFence)
            {
                _ = isCode ? report.Line("    " + line)
                    : line.StartsWith('#') ? report.Title(line.TrimStart('#').Trim())
                    : StartsParagraph(line, out paragraph) ? report : report.Line(line);
            }
        }
        return report;
    }

    // An item of a list begins a paragraph of its own; a heading, a row of a table and an empty line are none.
    private static bool Continues(string line) => line.Length > 0 && line[0] is not ('#' or '|') && !IsItem(line);

    private static bool StartsParagraph(string line, out string paragraph)
    {
        paragraph = IsItem(line) ? line.Trim() : "";
        return paragraph.Length > 0;
    }

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal);
}
