using System.Globalization;

namespace Migrations.Build.Cli.Output;

/// <summary>Prints a report as plain lines that are readable at 80 columns; statements are never broken, so that they can be copied.</summary>
internal static class PlainPrinter
{
    private const int Width = 80;

    public static void Print(Report report, TextWriter writer)
    {
        foreach (var line in report.Blocks.SelectMany(Lines))
        {
            writer.WriteLine(line.TrimEnd());
        }
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Title title => [title.Text],
        // What is indented is code.
        Line line => line.Text.StartsWith("  ", StringComparison.Ordinal) ? [line.Text] : Wrapped(line.Text, Width),
        Grid grid => Lines(grid).Prepend(""),
        Branch branch => Lines(branch).Prepend(""),
        _ => [],
    };

    private static IEnumerable<string> Lines(Branch branch) =>
        branch.Facts.SelectMany(f => Indented("  ", Wrapped(f, Width - 2))).Prepend(branch.Heading)
            .Concat(branch.Texts.SelectMany((text, i) => Indented(string.Create(CultureInfo.InvariantCulture, $"{i + 1,4}  "), text.ReplaceLineEndings("\n").Split('\n'))));

    private static IEnumerable<string> Lines(Grid grid)
    {
        var last = grid.Headers.Count - 1;
        var widths = Enumerable.Range(0, last).Select(c => grid.Rows.Append(grid.Headers).Max(r => r[c].Length)).ToList();
        var indent = widths.Sum() + (2 * last);
        foreach (var row in grid.Rows.Prepend(grid.Headers))
        {
            var start = string.Concat(widths.Select((w, c) => row[c].PadRight(w + 2)));
            foreach (var line in Indented(start, Wrapped(row[last], Math.Max(20, Width - indent))))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Indented(string start, IEnumerable<string> lines) =>
        lines.Select((line, i) => (i == 0 ? start : new string(' ', start.Length)) + line);

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += (line.Length > 0 ? " " : "") + word;
        }
        yield return line;
    }
}
