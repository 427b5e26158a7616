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
    public static Command Make()
    {
        var verb = new DatabaseCommand("drift", "Compares the live schema with the one that the history gives; exits with 4 on a difference.", needsBundle: true);
        var ignore = IgnoreTables.Option(verb);
        return verb.Does(
            (request, cancel) => Drift.CompareAsync(request.Bundle!, request.Settings, new() { IgnoreTables = IgnoreTables.Of(request, ignore) }, cancel),
            (_, outcome) => Report(outcome),
            outcome => new Fields()
                .With("differences", outcome.Differences, Documents.Difference)
                .With("notJudged", outcome.NotJudged, Json.Of)
                .With("ignored", outcome.Ignored, Json.Of));
    }

    private static Report Report(DriftOutcome outcome)
    {
        if (outcome.Code is not (ExitCode.Done or ExitCode.Differs))
        {
            return new();
        }
        var report = outcome.Code == ExitCode.Done ? new Report().Title("The live schema is the one that the history gives.") : new Report();
        report = IgnoreTables.AddTo(DifferenceReport.AddTo(report, outcome.Differences), outcome.Ignored);
        return outcome.NotJudged.Count == 0 ? report : report.Line($"Not judged, since code of a migration touches them: {FindingText.List([.. outcome.NotJudged])}.");
    }
}
