using System.CommandLine;
using Migrations.Build.Bundle.Writing;
using Migrations.Build.Cli.Output;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Cli.Commands;

/// <summary>Undoes applied migrations.</summary>
internal static class RollbackCommand
{
    public static Command Make()
    {
        var verb = new DatabaseCommand("rollback", "Undoes applied migrations, the last first; refuses before the first statement when one of them cannot be undone.", needsBundle: false) { RunsCode = true };
        var to = verb.Option<long?>("--to", "The version that stays, with all below; 0 is nothing at all.", "version");
        var steps = verb.Option<int?>("--steps", "How many migrations to undo.", "n");
        var deployment = verb.Option<string>("--deployment", "Undo what the last deployment applied.", "last").AcceptOnlyFromAmong("last");
        var dryRun = verb.Option<bool>("--dry-run", "Check everything and change nothing.");
        var code = verb.Option<bool>("--allow-code", "Run code steps of the bundle.");
        var empty = verb.Option<bool>("--allow-empty-down", "Count a migration as undone whose Down does nothing.");
        var keepFor = KeepTime.Option(verb, "--keep-for", "For how long to keep what was written since, in days (or hours: 12h); 'forever' is without end, 0 keeps nothing and needs --allow-data-loss, 30 days are the default.", mayBeForever: true);
        var loss = verb.Option<bool>("--allow-data-loss", "Undo migrations also where data does not come back: what they kept is purged or gone, the build saw their Down lose rows, or --keep-for 0 keeps nothing of what was written since.");
        return verb.Does(
            (request, cancel) => Rollback.RunAsync(
                request.Bundle,
                request.Settings,
                Checked(new()
                {
                    To = request.Parsed.GetValue(to),
                    Steps = request.Parsed.GetValue(steps),
                    LastDeployment = request.Parsed.GetValue(deployment) is not null,
                    DryRun = request.Parsed.GetValue(dryRun),
                    AllowCode = request.Parsed.GetValue(code),
                    AllowEmptyDown = request.Parsed.GetValue(empty),
                    KeepFor = KeepTime.Of(request.Parsed.GetValue(keepFor), ApplyOptions.KeepingTime),
                    AllowDataLoss = request.Parsed.GetValue(loss),
                }),
                cancel),
            (request, outcome) => Report(outcome, request.Parsed.GetValue(dryRun), KeepTime.Of(request.Parsed.GetValue(keepFor), ApplyOptions.KeepingTime)),
            outcome => new Fields()
                .With("deployment", outcome.Deployment)
                .With("ran", outcome.Ran, Documents.Ran)
                .With("planned", outcome.Planned, Documents.Undo));
    }

    private static RollbackOptions Checked(RollbackOptions options)
    {
        var said = (options.To is null ? 0 : 1) + (options.Steps is null ? 0 : 1) + (options.LastDeployment ? 1 : 0);
        return said != 1 ? throw new UsageException("It was not said, or said twice, what to roll back. Nothing was done. Give one of --to <version>, --steps <n> and --deployment last.")
            : options.To < 0 ? throw new UsageException("A version cannot be less than 0. Nothing was done. Give the version that stays; 0 is nothing at all.")
            : options.Steps < 1 ? throw new UsageException("There is nothing to undo in less than one step. Nothing was done. Give --steps 1 or more.")
            : options;
    }

    private static Report Report(RollbackOutcome outcome, bool dryRun, TimeSpan? keepFor)
    {
        if (outcome.Ran.Count > 0)
        {
            return RanReport.Of(outcome.Ran, outcome.Deployment);
        }
        var report = new Report();
        if (dryRun)
        {
            foreach (var undo in outcome.Planned)
            {
                report.Branch($"{undo.Version} {undo.Class}", [$"a rollback: {RollbackText.Short(undo.Reversibility)}", .. undo.Keeps.Where(k => k.Rows != 0).Select(k => Kept.Written(k, keepFor))], undo.Down);
            }
            report.Line(outcome.Code == ExitCode.Done ? $"Dry run: nothing was changed. {Words.Count(outcome.Planned.Count, "migration")} would be undone." : "Dry run: it would be refused.");
        }
        return outcome.Code == ExitCode.Done && !dryRun ? report.Title("Nothing to roll back.") : report;
    }
}
