using System.CommandLine;
using Migrations.Build.Cli.Output;

namespace Migrations.Build.Cli.Commands;

/// <summary>The options of every verb that say how it speaks.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document on standard output, everything else on standard error." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Print nothing but errors (and the JSON document)." };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "Print without colours; the environment variable NO_COLOR does the same." };

    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_quiet);
        command.Add(_noColor);
    }

    public Screen Screen(ParseResult parsed, Secrets secrets) =>
        Output.Screen.Of(parsed.GetValue(_json), parsed.GetValue(_quiet), parsed.GetValue(_noColor), secrets);
}
