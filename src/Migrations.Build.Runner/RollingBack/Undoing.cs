using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>One rollback: undoes migrations until one fails.</summary>
internal sealed class Undoing(MigrationBundle? bundle, RunSettings settings, RollbackOptions options, ISession session)
{
    private readonly JournalWriter _journal = new(session, settings);

    /// <summary>Undoes the migrations in their order.</summary>
    public async Task<RollbackOutcome> RunAsync(RollbackOutcome outcome, IReadOnlyList<Undo> undos, HistoryState state, CancellationToken cancel)
    {
        await _journal.StartAsync("rollback", bundle, state.HasTables, cancel).ConfigureAwait(false);
        var series = new Series(new(session, _journal, new(bundle), new(session, _journal, settings, options.KeepFor), settings), settings);
        try
        {
            var works = undos.Select(u => (Func<Work>)(() => u.Work(state.Unfinished.FirstOrDefault(f => f.Version == u.Applied.Version))));
            var failure = await series.RunAsync([.. works], cancel).ConfigureAwait(false);
            await _journal.EndAsync(failure is null ? DeploymentState.Done : DeploymentState.Stopped).ConfigureAwait(false);
            return failure is null
                ? Told(outcome, ExitCode.Done, series)
                : Told(outcome, ExitCode.NeedsPerson, series, failure.Finding, Stopped(series, undos, failure.Half ? "The failed migration is half undone" : ""));
        }
        catch (OperationCanceledException)
        {
            await _journal.EndAsync(DeploymentState.Cancelled).ConfigureAwait(false);
            return Told(outcome, ExitCode.Cancelled, series, RunCancelled.Rule.Says($"{List(series.Ran.Select(r => r.Version))} undone, {List(Open(series, undos))} still applied"));
        }
        catch (DatabaseException e)
        {
            await _journal.EndAsync(DeploymentState.Stopped).ConfigureAwait(false);
            return Told(outcome, ExitCode.NeedsPerson, series, Stopped(series, undos, $"The database could not be used any more ({e.Message})"));
        }
    }

    private RollbackOutcome Told(RollbackOutcome outcome, ExitCode code, Series series, params Finding[] findings) =>
        outcome with { Code = code, Deployment = _journal.Deployment, Ran = series.Ran.ToItems(), Findings = findings.Concat(series.Told).Concat(outcome.Findings).ToItems() };

    private Finding Stopped(Series series, IReadOnlyList<Undo> undos, string why) => DeploymentStopped.Rule.Says(
        List(Open(series, undos)),
        List(series.Ran.Select(r => r.Version)) + " (undone)",
        why,
        $"correct it and run '{Next(series)}'");

    // The same command again, but steps count from where things stand.
    private string Next(Series series) =>
        options.To is { } version ? "migrations rollback --to " + Wording.Text(version)
        : options.Steps is { } steps ? "migrations rollback --steps " + Wording.Text(steps - series.Ran.Count)
        : "migrations rollback --deployment last";

    private static IEnumerable<long> Open(Series series, IReadOnlyList<Undo> undos) => undos.Select(u => u.Applied.Version).Except(series.Ran.Select(r => r.Version));

    private static string List(IEnumerable<long> versions) => versions.Select(Wording.Text).ToArray() is { Length: > 0 } texts ? string.Join(", ", texts) : "nothing";
}
