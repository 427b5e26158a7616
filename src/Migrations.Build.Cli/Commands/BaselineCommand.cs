using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Baselining;

namespace Migrations.Build.Cli.Commands;

/// <summary>Adopts a database that was migrated by others so far.</summary>
internal static class BaselineCommand
{
    public static Command Make()
    {
        var verb = new DatabaseCommand("baseline", "Adopts a database that plain FluentMigrator, or nobody, migrated so far.", needsBundle: true);
        var to = verb.Option<long?>("--to", "The last version that the database already has; without it, those that FluentMigrator's VersionInfo lists.", "version");
        var ignore = IgnoreTables.Option(verb);
        var dryRun = verb.Option<bool>("--dry-run", "Check everything and change nothing.");
        return verb.Does(
            (request, cancel) => Baseline.AdoptAsync(
                request.Bundle!,
                request.Settings,
                new() { To = request.Parsed.GetValue(to), IgnoreTables = IgnoreTables.Of(request, ignore), DryRun = request.Parsed.GetValue(dryRun) },
                cancel),
            (request, outcome) => Report(outcome, request.Parsed.GetValue(dryRun)),
            outcome => new Fields()
                .With("adopted", outcome.Adopted, Json.Of)
                .With("differences", outcome.Differences, Documents.Difference)
                .With("ignored", outcome.Ignored, Json.Of));
    }

    private static Report Report(BaselineOutcome outcome, bool dryRun)
    {
        var report = IgnoreTables.AddTo(DifferenceReport.AddTo(new Report(), outcome.Differences), outcome.Ignored);
        return outcome.Code != ExitCode.Done ? report
            : dryRun ? report.Title($"Dry run: nothing was changed. {Words.Count(outcome.Adopted.Count, "migration")} would be adopted.")
            : report.Title(outcome.Adopted.Count == 0 ? "Nothing to adopt." : $"{Words.Count(outcome.Adopted.Count, "migration")} adopted, up to version {Words.Of(outcome.Adopted[^1])}.");
    }
}
