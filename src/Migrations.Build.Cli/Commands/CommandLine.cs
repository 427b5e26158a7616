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
    private static readonly IReadOnlyDictionary<string, Func<Command>> Verbs = new Dictionary<string, Func<Command>>(StringComparer.Ordinal)
    {
        ["plan"] = PlanCommand.Make,
        ["apply"] = ApplyCommand.Make,
        ["rollback"] = RollbackCommand.Make,
        ["status"] = StatusCommand.Make,
        ["verify"] = VerifyCommand.Make,
        ["drift"] = DriftCommand.Make,
        ["baseline"] = BaselineCommand.Make,
        ["purge"] = PurgeCommand.Make,
        ["explain"] = ExplainCommand.Make,
    };

    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?"];

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && Verbs.ContainsKey(args[0]))
        {
            _ = Task.Run(() => Load(args));
        }

        var parsed = Root(args).Parse(args, Parsing);
        if (parsed.Action is HelpAction || parsed.Errors.Count == 0)
        {
            using var interruption = new Interruption();
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token).ConfigureAwait(false);
        }
        var verb = parsed.CommandResult.Command == parsed.RootCommandResult.Command ? "migrations" : parsed.CommandResult.Command.Name;
        var help = verb == "migrations" ? "migrations --help" : $"migrations {verb} --help";
        // The parser may have stumbled over anything, so these are looked for in the words themselves.
        var screen = Screen.Of(args.Contains("--json"), args.Contains("--quiet"), args.Contains("--no-color"), Secrets.In(args));
        var what = string.Join(" ", parsed.Errors.Select(e => e.Message.TrimEnd('.')).Distinct(StringComparer.Ordinal)) + ".";
        screen.Show(verb, new Answer(ExitCode.Usage, [Message.Error($"{what} Nothing was done. See '{help}'.")]));
        return (int)ExitCode.Usage;
    }

    // What takes longest to load is wanted by nearly every verb, and there is time while the words are read. Which engine is meant nobody knows for sure yet.
    private static void Load(string[] args)
    {
        Digest.Of("");
        Driver.Load(Dialect.All.FirstOrDefault(d => args.Any(a => a.EndsWith(d.Id, StringComparison.OrdinalIgnoreCase)))?.Kind ?? DatabaseKind.Sqlite);
    }

    // The verb that is asked for, or all of them with the help: what is not asked for would only be made.
    private static Command Root(string[] args)
    {
        const string about = "Applies, rolls back, verifies and explains migration bundles made by Migrations.Build.";
        if (args.Length > 0 && Verbs.TryGetValue(args[0], out var asked))
        {
            return args.Intersect(HelpWords).Any() ? new RootCommand(about) { asked() } : new Command("migrations", about) { asked() };
        }

        var root = new RootCommand(about);
        foreach (var make in Verbs.Values)
        {
            root.Add(make());
        }

        return root;
    }
}
