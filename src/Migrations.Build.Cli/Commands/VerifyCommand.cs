using System.CommandLine;
using Migrations.Build.Bundle;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Verification;

namespace Migrations.Build.Cli.Commands;

/// <summary>Proves a bundle: its bytes, then up, down and up again with rows.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var bundle = new BundleOption(isRequired: true);
        var connection = new ConnectionOptions();
        var rows = new Option<int>("--rows") { Description = "How many rows each table holds at least; 25 by default.", HelpName = "n", DefaultValueFactory = _ => 25 };
        var output = new OutputOptions();
        var command = new Command("verify", "Checks that the bundle is what the build wrote, then runs it up, down and up again with rows on a SQLite database made for that, or on the empty one that --connection names.") { rows };
        bundle.AddTo(command);
        connection.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancel) => Answering.RunAsync("verify", output.Screen(parsed, connection.Secrets(parsed)), () =>
        {
            Managed.TakeOver(cancel);
            var opened = bundle.Open(parsed)!;
            // A database found in the environment is one to migrate, not one to fill with made-up rows.
            var scratch = connection.Read(parsed, fromEnvironment: false) is { } said ? ScratchDatabase.PathOf(said) : null;
            return VerifyAsync(opened, parsed.GetValue(rows), scratch, cancel);
        }));
        return command;
    }

    private static async Task<Answer> VerifyAsync(MigrationBundle bundle, int rows, string? scratch, CancellationToken cancel)
    {
        var report = rows is >= 0 and <= 100_000
            ? await Verify.RunAsync(bundle, new() { Rows = rows, Scratch = scratch }, cancel).ConfigureAwait(false)
            : throw new UsageException("That number of rows makes no sense. Nothing was done. Give --rows a number between 0 and 100000.");
        var messages = report.Findings.Select(Message.Of).ToList();
        return new(messages.Exists(m => m.Severity == Severity.Error) ? ExitCode.Failed : ExitCode.Done, messages)
        {
            Report = VerifyReport.Of(bundle, report),
            Document = new Fields()
                .With("bundle", Documents.Bundle(bundle))
                .With("parts", bundle.Manifest.Parts.Count + 1)
                .With(Proofs.Document(report.Summary)),
        };
    }
}
