using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Locking;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>Undoes applied migrations, the last first.</summary>
public static class Rollback
{
    /// <summary>Undoes what the options say, after it made sure that all of it can be undone. The bundle may be null: the database keeps every Down.</summary>
    public static Task<RollbackOutcome> RunAsync(MigrationBundle? bundle, RunSettings settings, RollbackOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => RunAsync(database, bundle, settings.For(bundle), options, cancel), End);

    private static async Task<RollbackOutcome> RunAsync(IDatabase database, MigrationBundle? bundle, RunSettings settings, RollbackOptions options, CancellationToken cancel)
    {
        if ((bundle is null ? null : Verb.NotMeant(bundle, settings)) is { } wrong)
        {
            return End(wrong);
        }

        if (options.DryRun)
        {
            var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
            await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
            var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
            return (await PrepareAsync(session, state, bundle, settings, options, cancel).ConfigureAwait(false)).Outcome;
        }

        if (await Turn.TakeAsync(database, Access.Change, settings, cancel).ConfigureAwait(false) is not { } turn)
        {
            return End(Verb.Held(database, await LockTable.HolderAsync(database, cancel).ConfigureAwait(false)));
        }

        await using (turn.ConfigureAwait(false))
        {
            var state = await HistoryReader.ReadAsync(turn.Session, settings, cancel).ConfigureAwait(false);
            var (outcome, undos) = await PrepareAsync(turn.Session, state, bundle, settings, options, cancel).ConfigureAwait(false);
            return outcome.Code != ExitCode.Done || (undos.Count == 0 && state.BrokenRollback is null)
                ? outcome
                : await new Undoing(bundle, settings, options, turn.Session!).RunAsync(outcome, undos, state, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<(RollbackOutcome Outcome, IReadOnlyList<Undo> Undos)> PrepareAsync(
        ISession? session, HistoryState state, MigrationBundle? bundle, RunSettings settings, RollbackOptions options, CancellationToken cancel)
    {
        if (state.WrongTable is { } table)
        {
            return (End(new(ExitCode.Differs, table)), []);
        }

        if (Selection.Objection(state, options) is { } wrong)
        {
            return (End(wrong), []);
        }

        var read = await UndoReader.ReadAsync(session!, bundle, settings.Database, Selection.Of(state, options, bundle?.Manifest.Name), cancel).ConfigureAwait(false);
        var (undos, gone) = await KeptObjections.ToAsync(read, new(session!), options.AllowDataLoss, cancel).ConfigureAwait(false);
        Verdict[] objections = [.. UndoObjections.To(undos, new(bundle), options, settings.Scratch), .. gone];
        if (objections.Length == 0 && undos.Count > 0 && await new Obstacles(session!, settings.Database).FindAsync(undos, state, cancel).ConfigureAwait(false) is { } obstacle)
        {
            objections = [obstacle];
        }

        if (objections.Length == 0)
        {
            Work[] works = [.. undos.Select(u => u.Work(state.Unfinished.FirstOrDefault(f => f.Version == u.Applied.Version)))];
            objections = [.. await TableChecks.ToAsync(works, session!, cancel).ConfigureAwait(false)];
        }

        var planned = await CountedAsync(undos, options, session, cancel).ConfigureAwait(false);
        objections = [.. objections, .. planned.Select(p => NotKept(p, options)).OfType<Verdict>()];
        return (new(objections.Length > 0 ? objections[0].Code : ExitCode.Done)
        {
            Planned = planned,
            Findings = objections.Select(o => o.Finding).Concat(GoesOn(state, options, bundle) ?? Nothing(state, undos, options, bundle)).ToItems(),
        }, undos);
    }

    // To count takes a while; who rolls back in earnest has the rows kept, however many they are.
    private static async Task<Items<PlannedUndo>> CountedAsync(IReadOnlyList<Undo> undos, RollbackOptions options, ISession? session, CancellationToken cancel)
    {
        var planned = new List<PlannedUndo>();
        foreach (var undo in undos.Select(u => u.Planned))
        {
            planned.Add(undo.Keeps.Count > 0 && session is not null && (options.DryRun || options.KeepFor == TimeSpan.Zero)
                ? undo with { Keeps = await PlannedKeeps.CountAsync(undo.Keeps, session, cancel).ConfigureAwait(false) }
                : undo);
        }

        return planned.ToItems();
    }

    private static Verdict? NotKept(PlannedUndo undo, RollbackOptions options) => options.KeepFor == TimeSpan.Zero && !options.AllowDataLoss && undo.Keeps.FirstOrDefault(k => k.Rows != 0) is { } keep
        ? new(ExitCode.Refused, NothingKept.Rule.Says(undo.Version, undo.Class, keep.Table))
        : null;

    private static Finding[]? GoesOn(HistoryState state, RollbackOptions options, MigrationBundle? bundle) =>
        state.BrokenRollback is { Undone: > 0 and var undone } broken && (options.Steps is not null || (options.LastDeployment && broken.Target == Selection.Last(state, bundle?.Manifest.Name)))
        ? [RollbackGoesOn.Rule.Says(Wording.Text(undone))]
        : null;

    // Whoever asks for the last deployment may not know that it was undone when it failed.
    private static Finding[] Nothing(HistoryState state, IReadOnlyList<Undo> undos, RollbackOptions options, MigrationBundle? bundle) =>
        !options.LastDeployment || undos.Count > 0 ? [] : [NothingToUndo.Rule.Says(Selection.Last(state, bundle?.Manifest.Name) switch
        {
            null => "nothing was deployed here yet" + (bundle is null ? "" : $" of bundle '{bundle.Manifest.Name}'"),
            { IsEmpty: true } empty => $"deployment {Wording.Text(empty.Number)} had nothing to apply",
            { State: DeploymentState.RolledBack } failed => $"deployment {Wording.Text(failed.Number)} failed and was undone then",
            var last => $"of deployment {Wording.Text(last.Number)} nothing is applied any more",
        })];

    private static RollbackOutcome End(Verdict verdict) => new(verdict.Code) { Findings = Items.Of(verdict.Finding) };
}
