using System.CommandLine;
using Migrations.Build.Bundle;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Commands;

/// <summary>A verb that works on a database: the options that all of them share, and the way from the request to the answer.</summary>
internal sealed class DatabaseCommand(string name, string description, BundleOption? bundle)
{
    private readonly DatabaseOptions _database = new();
    private readonly OutputOptions _output = new();
    private readonly Command _command = new(name, description);

    public DatabaseCommand(string name, string description, bool needsBundle)
        : this(name, description, new BundleOption(needsBundle))
    {
    }

    /// <summary>Whether it runs the code steps of a bundle.</summary>
    public bool RunsCode { get; init; }

    public Option<T> Option<T>(string option, string text, string? helpName = null)
    {
        var added = new Option<T>(option) { Description = text, HelpName = helpName };
        _command.Add(added);
        return added;
    }

    public Command Does<T>(Func<Request, CancellationToken, Task<T>> run, Func<Request, T, Report> report, Func<T, Fields> document)
        where T : Outcome
    {
        bundle?.AddTo(_command);
        _database.AddTo(_command);
        _output.AddTo(_command);
        _command.SetAction((parsed, cancel) =>
        {
            var screen = _output.Screen(parsed, _database.Secrets(parsed));
            return Answering.RunAsync(name, screen, async () =>
            {
                var opened = Open(parsed, cancel);
                var request = new Request(parsed, opened, _database.Settings(parsed, opened));
                var outcome = await screen.View.RunAsync(told => run(request with { Settings = request.Settings with { Progress = told } }, cancel)).ConfigureAwait(false);
                return Answer.Of(outcome) with { Report = report(request, outcome), Document = Header(request).With(document(outcome)) };
            });
        });
        return _command;
    }

    private MigrationBundle? Open(ParseResult parsed, CancellationToken cancel)
    {
        // What can be read once is left to the program that may have to run its code.
        if (RunsCode && bundle?.IsPipe(parsed) == true)
        {
            Managed.TakeOver(cancel);
        }

        var opened = bundle?.Open(parsed);
        if (RunsCode && opened is { HasCode: true })
        {
            Managed.TakeOver(cancel);
        }

        return opened;
    }

    private static Fields Header(Request request) => new Fields()
        .With("database", Dialect.Of(request.Settings.Database).Id)
        .With("bundle", request.Bundle is { } given ? Documents.Bundle(given) : Model.Canonical.Json.Null);
}
