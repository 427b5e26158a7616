using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Findings;
using Spectre.Console;

namespace Migrations.Build.Cli.Output;

/// <summary>Where and how the program speaks: reports and documents on standard output, all else on standard error.</summary>
internal sealed class Screen(bool isJson, bool isQuiet, bool isColored, Secrets secrets)
{
    public static Screen Of(bool isJson, bool isQuiet, bool isPlain, Secrets secrets) =>
        new(isJson, isQuiet, !isPlain && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), secrets);

    /// <summary>Shows how work goes on while it does.</summary>
    public Progress.IProgressView View => isQuiet ? new Progress.NoProgress()
        : Console.IsErrorRedirected ? new Progress.PlainProgress(Note)
        : new Progress.LiveProgress(Terminal(Console.Error), secrets);

    /// <summary>Shows a verb's answer.</summary>
    public void Show(string verb, Answer answer)
    {
        if (!isQuiet && !isJson)
        {
            Print(answer.Report);
        }
        foreach (var message in answer.Messages.Where(m => !isQuiet || m.Severity == Severity.Error))
        {
            Say(message);
        }
        if (isJson)
        {
            var document = new Fields()
                .With("verb", verb)
                .With("exitCode", (long)answer.Code)
                .With("result", Result.Of(answer.Code))
                .With(answer.Document)
                .With("messages", answer.Messages, m => m.ToJson(secrets));
            Console.Out.Write(JsonWriter.Indented(document.ToJson()));
        }
    }

    private void Print(Report report)
    {
        if (report.Blocks.Count == 0)
        {
            return;
        }
        if (Console.IsOutputRedirected)
        {
            PlainPrinter.Print(report, Console.Out);
            return;
        }
        TerminalPrinter.Print(report, Terminal(Console.Out));
    }

    private void Say(Message message)
    {
        var word = message.Severity.ToString().ToLowerInvariant();
        var id = message.Finding is { } finding ? " " + finding.Rule : "";
        if (Console.IsErrorRedirected || !isColored)
        {
            Note($"{word}{id}: {message.Text}");
            return;
        }
        var color = message.Severity switch { Severity.Error => "\e[1;31m", Severity.Warning => "\e[1;33m", _ => "\e[1m" };
        Note($"{color}{word}{id}:\e[0m {message.Text}");
    }

    private void Note(string line) => Console.Error.WriteLine(secrets.Hide(line));

    private IAnsiConsole Terminal(TextWriter writer) => AnsiConsole.Create(new()
    {
        Out = new AnsiConsoleOutput(writer),
        ColorSystem = isColored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
    });
}
