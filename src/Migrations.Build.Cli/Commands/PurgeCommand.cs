using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Cli.Commands;

/// <summary>Drops data that was kept for rollbacks and whose time is over.</summary>
internal static class PurgeCommand
{
    public static Command Make()
    {
        var verb = new DatabaseCommand("purge", "Drops data that was kept for rollbacks and whose time is over; never anything else.", bundle: null);
        var age = KeepTime.Option(verb, "--older-than", "Drop what was kept longer ago, in days (or hours: 12h), whatever time it was to be kept for.", mayBeForever: false);
        var dryRun = verb.Option<bool>("--dry-run", "Tell what would be dropped, and change nothing.");
        return verb.Does(
            (request, cancel) => Purge.RunAsync(
                request.Settings,
                new() { OlderThan = KeepTime.Of(request.Parsed.GetValue(age), null), DryRun = request.Parsed.GetValue(dryRun) },
                cancel),
            (request, outcome) => Report(outcome, request.Parsed.GetValue(dryRun)),
            outcome => new Fields()
                .With("deployment", outcome.Deployment)
                .With("dropped", outcome.Dropped, Documents.Kept)
                .With("stays", outcome.Stays, Documents.Kept));
    }

    private static Report Report(PurgeOutcome outcome, bool dryRun)
    {
        if (outcome.Code != ExitCode.Done && outcome.Dropped.Count == 0)
        {
            return new();
        }
        var report = new Report();
        if (outcome.Dropped.Count > 0)
        {
            Kept.Grid(report, outcome.Dropped);
        }
        var rows = Words.Count(outcome.Dropped.Sum(d => d.Rows), "row");
        return outcome.Dropped.Count == 0 ? report.Title($"Nothing to purge. {Words.Count(outcome.Stays.Count, "table")} of kept data stay.")
            : dryRun ? report.Title($"Dry run: nothing was changed. {Words.Count(outcome.Dropped.Count, "table")} with {rows} would be dropped.")
            : report.Title($"{Words.Count(outcome.Dropped.Count, "table")} with {rows} dropped as deployment {Words.Of(outcome.Deployment)}.");
    }
}
