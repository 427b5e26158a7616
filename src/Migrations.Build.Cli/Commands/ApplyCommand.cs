using System.CommandLine;
using Migrations.Build.Cli.Output;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Cli.Commands;

/// <summary>Applies what is pending.</summary>
internal static class ApplyCommand
{
    public static Command Make()
    {
        var verb = new DatabaseCommand("apply", "Applies pending migrations.", needsBundle: true) { RunsCode = true };
        var to = verb.Option<long?>("--to", "The last version to apply.", "version");
        var requested = new RequestedOptions(verb);
        var dryRun = verb.Option<bool>("--dry-run", "Check everything and change nothing.");
        var breaking = verb.Option<bool>("--allow-breaking", "Run migrations that break running applications.");
        var code = verb.Option<bool>("--allow-code", "Run code steps of the bundle.");
        var onFailure = verb.Option<string>("--on-failure", "When a migration fails: roll back all that this deployment did (the default), or pause at the last good migration.", "rollback|pause").AcceptOnlyFromAmong("rollback", "pause");
        var keepFor = KeepTime.Option(verb, "--keep-for", "For how long to keep the data that migrations destroy, in days (or hours: 12h); 'forever' is without end, 0 keeps nothing and needs --allow-data-loss, 30 days are the default.", mayBeForever: true);
        var loss = verb.Option<bool>("--allow-data-loss", "Destroy data also where --keep-for 0 keeps nothing of it; it does not come back.");
        var transaction = verb.Option<string>("--transaction", "What is one transaction: each migration (the default), or the whole deployment, which is refused where a migration does not allow it.", "migration|deployment").AcceptOnlyFromAmong("migration", "deployment");
        var repeat = verb.Option<bool>("--repeat-interrupted", "Run a step again of which nobody knows whether it took effect.");
        return verb.Does(
            (request, cancel) => Apply.RunAsync(
                request.Bundle!,
                request.Settings,
                new()
                {
                    To = request.Parsed.GetValue(to),
                    Requested = requested.Of(request),
                    DryRun = request.Parsed.GetValue(dryRun),
                    AllowBreaking = request.Parsed.GetValue(breaking),
                    AllowCode = request.Parsed.GetValue(code),
                    OnFailure = request.Parsed.GetValue(onFailure) == "pause" ? OnFailure.Pause : OnFailure.Rollback,
                    KeepFor = KeepTime.Of(request.Parsed.GetValue(keepFor), ApplyOptions.KeepingTime),
                    AllowDataLoss = request.Parsed.GetValue(loss),
                    Transaction = request.Parsed.GetValue(transaction) == "deployment" ? TransactionScope.Deployment : TransactionScope.Migration,
                    RepeatInterrupted = request.Parsed.GetValue(repeat),
                },
                cancel),
            (request, outcome) => Report(request, outcome, request.Parsed.GetValue(dryRun), KeepTime.Of(request.Parsed.GetValue(keepFor), ApplyOptions.KeepingTime)),
            Document);
    }

    private static Fields Document(ApplyOutcome outcome) => new Fields()
        .With("deployment", outcome.Deployment)
        .With("ran", outcome.Ran, Documents.Ran)
        .With("pending", outcome.Plan?.Pending ?? Model.Items<Runner.Planning.PlannedMigration>.Empty, Documents.Pending)
        .With("notRun", outcome.Plan?.NotRun ?? Model.Items<Runner.Planning.NotRunMigration>.Empty, Documents.NotRun);

    private static Report Report(Request request, ApplyOutcome outcome, bool dryRun, TimeSpan? keepFor) =>
        dryRun && outcome.Plan is { } plan ? PlanCommand.Report(request, plan, keepFor).Line(outcome.Code == ExitCode.Done ? "Dry run: nothing was changed." : "Dry run: it would be refused.")
        : outcome.Ran.Count > 0 ? RequestedOptions.AddTo(RanReport.Of(outcome.Ran, outcome.Deployment), outcome.Plan)
        : outcome.Code == ExitCode.Done ? RequestedOptions.AddTo(new Report().Title("Nothing to apply."), outcome.Plan)
        : new Report();
}
