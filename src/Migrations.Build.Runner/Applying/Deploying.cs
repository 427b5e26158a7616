using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Progress;
using Migrations.Build.Runner.RollingBack;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Applying;

/// <summary>One deployment: runs the plan, and decides what becomes of it when a migration fails.</summary>
internal sealed class Deploying(MigrationBundle bundle, RunSettings settings, ApplyOptions options, ISession session)
{
    private readonly JournalWriter _journal = new(session, settings);
    private readonly CodeSteps _code = new(bundle);

    /// <summary>Runs the plan of <paramref name="outcome"/>.</summary>
    public async Task<ApplyOutcome> RunAsync(ApplyOutcome outcome, HistoryState state, CancellationToken cancel)
    {
        var pending = outcome.Plan!.Pending;
        await _journal.StartAsync("apply", bundle, state.HasTables, cancel).ConfigureAwait(false);
        var atOnce = options.Transaction == TransactionScope.Deployment && pending.Count > 0;
        var series = new Series(new(session, _journal, _code, new(session, _journal, settings, options.KeepFor), settings, joins: atOnce), settings);
        try
        {
            var failure = atOnce
                ? await new AtOnce(session, _journal, series).RunAsync([.. pending.Select(p => Work(p, state))], cancel).ConfigureAwait(false)
                : await series.RunAsync([.. pending.Select(p => (Func<Work>)(() => Work(p, state)))], cancel).ConfigureAwait(false);
            var (code, findings) = failure is null ? (ExitCode.Done, []) : await FailAsync(failure, series, pending, cancel).ConfigureAwait(false);
            if (!atOnce || failure is not null)
            {
                await _journal.EndAsync(State(code)).ConfigureAwait(false);
            }

            return Told(outcome, code, series, findings);
        }
        catch (OperationCanceledException)
        {
            await _journal.EndAsync(DeploymentState.Cancelled).ConfigureAwait(false);
            return Told(outcome, ExitCode.Cancelled, series, [RunCancelled.Rule.Says(Stand(series, pending))]);
        }
        catch (DatabaseException e)
        {
            await _journal.EndAsync(DeploymentState.Stopped).ConfigureAwait(false);
            return Told(outcome, ExitCode.NeedsPerson, series, [Stopped(series, pending, $"The database could not be used any more ({e.Message})")]);
        }
    }

    private Work Work(PlannedMigration planned, HistoryState state) =>
        ApplyWork.Stored(planned, settings.Database, state.Unfinished.FirstOrDefault(u => u.Version == planned.Entry.Version));

    private async Task<(ExitCode Code, Finding[] Findings)> FailAsync(WorkFailedException failure, Series series, Items<PlannedMigration> pending, CancellationToken cancel)
    {
        if (failure.Half || options.OnFailure == OnFailure.Pause)
        {
            return (ExitCode.NeedsPerson, [failure.Finding, Stopped(series, pending, failure.Half ? "The failed migration is half applied" : "")]);
        }

        if (options.Transaction == TransactionScope.Deployment)
        {
            return (ExitCode.RolledBack, [failure.Finding, DeploymentUndone.Rule.Says("all of it was one transaction")]);
        }

        var (undos, gone) = await KeptObjections.ToAsync(await UndosAsync(cancel).ConfigureAwait(false), new(session), options.AllowDataLoss, cancel).ConfigureAwait(false);
        var consent = new RollbackOptions { AllowCode = options.AllowCode, AllowDataLoss = options.AllowDataLoss };
        Verdict[] objections = [.. UndoObjections.To(undos, _code, consent, settings.Scratch), .. gone];
        if (objections.Length > 0)
        {
            return (ExitCode.NeedsPerson, [failure.Finding, Stopped(series, pending, "The deployment cannot be undone"), .. objections.Select(o => o.Finding)]);
        }

        if (undos.Count > 0)
        {
            settings.Progress?.Invoke(new UndoingDeployment(_journal.Deployment, undos.Count));
        }

        var undoing = await series.RunAsync([.. undos.Select(u => (Func<Work>)(() => u.Work(null)))], cancel).ConfigureAwait(false);
        return undoing is null
            ? (ExitCode.RolledBack, [failure.Finding, DeploymentUndone.Rule.Says(Undone(undos.Count), List([.. pending.Select(p => p.Entry.Version)], "nothing"))])
            : (ExitCode.NeedsPerson, [failure.Finding, undoing.Finding, Stopped(series, pending, "Undoing the deployment failed as well")]);
    }

    private async Task<IReadOnlyList<Undo>> UndosAsync(CancellationToken cancel)
    {
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        var done = state.Applied.Where(a => a.Deployment == _journal.Deployment).Reverse();
        return await UndoReader.ReadAsync(session, bundle, settings.Database, done, cancel).ConfigureAwait(false);
    }

    private ApplyOutcome Told(ApplyOutcome outcome, ExitCode code, Series series, IEnumerable<Finding> findings) => outcome with
    {
        Code = code,
        Deployment = _journal.Deployment,
        Ran = series.Ran.ToItems(),
        Findings = findings.Concat(series.Told).Concat(outcome.Findings).ToItems(),
    };

    private static string Undone(int count) => count switch
    {
        0 => "the failed migration was its first",
        1 => "one migration was undone",
        _ => $"{Wording.Text(count)} migrations were undone",
    };

    private static Finding Stopped(Series series, Items<PlannedMigration> pending, string why)
    {
        var (applied, open) = Split(series, pending);
        return DeploymentStopped.Rule.Says(
            List(applied, "nothing of this deployment"),
            List(open, "nothing"),
            why,
            applied.Count > 0 ? "correct it and run 'migrations apply', or go back with 'migrations rollback --deployment last'" : "correct it and run 'migrations apply'");
    }

    private static string Stand(Series series, Items<PlannedMigration> pending)
    {
        var (applied, open) = Split(series, pending);
        return $"applied {List(applied, "nothing")}, pending {List(open, "nothing")}";
    }

    private static (List<long> Applied, List<long> Open) Split(Series series, Items<PlannedMigration> pending)
    {
        var applied = new List<long>();
        foreach (var ran in series.Ran)
        {
            if (ran.Direction == Direction.Up)
            {
                applied.Add(ran.Version);
            }
            else
            {
                applied.Remove(ran.Version);
            }
        }

        applied.RemoveAll(v => v == 0);
        return (applied, pending.Select(p => p.Entry.Version).Where(v => v > 0).Except(applied).ToList());
    }

    private static string List(List<long> versions, string none) =>
        versions.Count == 0 ? none : versions.Count <= 5 ? string.Join(", ", versions.Select(Wording.Text)) : $"{Wording.Text(versions[0])} to {Wording.Text(versions[^1])} ({Wording.Text(versions.Count)} migrations)";

    private static DeploymentState State(ExitCode code) => code switch
    {
        ExitCode.Done => DeploymentState.Done,
        ExitCode.RolledBack => DeploymentState.RolledBack,
        _ => DeploymentState.Stopped,
    };
}
