using System.CommandLine;
using System.CommandLine.Help;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Databases;

namespace Migrations.Build.Cli.Commands;

/// <summary>The program's command line: finds the verb, and words what is wrong with the rest.</summary>
internal static class CommandLine
{
    private static readonly IReadOnlyDictionary<string, Verb> Verbs = new Dictionary<string, Verb>(StringComparer.Ordinal)
    {
        ["plan"] = new(PlanCommand.Make),
        ["apply"] = new(ApplyCommand.Make),
        ["rollback"] = new(RollbackCommand.Make),
        ["status"] = new(StatusCommand.Make),
        ["verify"] = new(VerifyCommand.Make),
        ["drift"] = new(DriftCommand.Make),
        ["baseline"] = new(BaselineCommand.Make),
        ["purge"] = new(PurgeCommand.Make),
        ["explain"] = new(ExplainCommand.Make, NeedsDriver: false),
    };

    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // Those of HelpOption, which looks up its description in every language's resources when it is made.
    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?"];

    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args.Length > 0 ? Verbs.GetValueOrDefault(args[0]) : null;
        var asksForHelp = args.Intersect(HelpWords).Any();
        if (verb is { NeedsDriver: true } && !asksForHelp)
        {
            _ = Task.Run(() => Load(args));
        }

        var parsed = Root(verb, asksForHelp).Parse(args, Parsing);
        if (parsed.Action is HelpAction || parsed.Errors.Count == 0)
        {
            using var interruption = new Interruption();
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token).ConfigureAwait(false);
        }
        var name = parsed.CommandResult.Command == parsed.RootCommandResult.Command ? "migrations" : parsed.CommandResult.Command.Name;
        var help = name == "migrations" ? "migrations --help" : $"migrations {name} --help";
        // The parser may have stumbled over anything, so these are looked for in the words themselves.
        var screen = Screen.Of(args.Contains("--json"), args.Contains("--quiet"), args.Contains("--no-color"), Secrets.In(args));
        var what = string.Join(" ", parsed.Errors.Select(e => e.Message.TrimEnd('.')).Distinct(StringComparer.Ordinal)) + ".";
        screen.Show(name, new Answer(ExitCode.Usage, [Message.Error($"{what} Nothing was done. See '{help}'.")]));
        return (int)ExitCode.Usage;
    }

    // What takes longest to load can be loaded while the words are read. Which engine is meant nobody knows for sure yet.
    private static void Load(string[] args)
    {
        Digest.Of("");
        Driver.Load(Dialect.All.FirstOrDefault(d => args.Any(a => a.EndsWith(d.Id, StringComparison.OrdinalIgnoreCase)))?.Kind ?? DatabaseKind.Sqlite);
    }

    // The verb that is asked for, or all of them: what is not asked for would only be made.
    private static Command Root(Verb? asked, bool asksForHelp)
    {
        const string about = "Applies, rolls back, verifies and explains migration bundles made by Migrations.Build.";
        Command root = asked is null || asksForHelp ? new RootCommand(about) : new Command("migrations", about);
        foreach (var verb in asked is null ? Verbs.Values : [asked])
        {
            root.Add(verb.Make());
        }

        return root;
    }

    private sealed record Verb(Func<Command> Make, bool NeedsDriver = true);
}
