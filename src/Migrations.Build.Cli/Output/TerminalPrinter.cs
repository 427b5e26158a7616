using System.Globalization;
using Spectre.Console;

namespace Migrations.Build.Cli.Output;

/// <summary>Prints a report on a terminal, with tables and trees as wide as it is.</summary>
internal static class TerminalPrinter
{
    public static void Print(Report report, IAnsiConsole console)
    {
        foreach (var block in report.Blocks)
        {
            Print(block, console);
        }
    }

    private static void Print(Block block, IAnsiConsole console)
    {
        switch (block)
        {
            case Title title:
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{title.Text}[/]");
                break;
            case Line line:
                console.WriteLine(line.Text);
                break;
            case Grid grid:
                console.Write(Table(grid));
                break;
            case Branch branch:
                console.Write(Tree(branch));
                break;
        }
    }

    private static Table Table(Grid grid)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var header in grid.Headers)
        {
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(header), new Style(decoration: Decoration.Bold))));
        }
        foreach (var row in grid.Rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }
        return table;
    }

    private static Tree Tree(Branch branch)
    {
        var tree = new Tree(new Markup($"[bold]{Markup.Escape(branch.Heading)}[/]"));
        foreach (var fact in branch.Facts)
        {
            tree.AddNode(new Markup($"[grey]{Markup.Escape(fact)}[/]"));
        }
        foreach (var text in branch.Texts)
        {
            tree.AddNode(new Text(text, new Style(Color.Aqua)));
        }
        return tree;
    }
}
