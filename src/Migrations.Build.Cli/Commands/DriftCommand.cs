using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Findings;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Drifting;

namespace Migrations.Build.Cli.Commands;

/// <summary>How the live schema differs from the one that the history gives.</summary>
internal static class DriftCommand
{
    public static Command Make() =>
        new DatabaseCommand("drift", "Compares the live schema with the one that the history gives; exits with 4 on a difference.", needsBundle: true).Does(
            (request, cancel) => Drift.CompareAsync(request.Bundle!, request.Settings, cancel),
            (_, outcome) => Report(outcome),
            outcome => new Fields()
                .With("differences", outcome.Differences, Documents.Difference)
                .With("notJudged", outcome.NotJudged, Json.Of));

    private static Report Report(DriftOutcome outcome)
    {
        if (outcome.Code is not (ExitCode.Done or ExitCode.Differs))
        {
            return new();
        }
        var report = outcome.Code == ExitCode.Done ? new Report().Title("The live schema is the one that the history gives.") : new Report();
        report = DifferenceReport.AddTo(report, outcome.Differences);
        return outcome.NotJudged.Count == 0 ? report : report.Line($"Not judged, since code of a migration touches them: {FindingText.List([.. outcome.NotJudged])}.");
    }
}
