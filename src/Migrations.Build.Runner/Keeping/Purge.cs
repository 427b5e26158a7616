using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Sql;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Locking;

namespace Migrations.Build.Runner.Keeping;

/// <summary>Drops kept data whose time is over. Nothing else ever does, and it drops nothing else.</summary>
public static class Purge
{
    /// <summary>Drops it, table by table.</summary>
    public static Task<PurgeOutcome> RunAsync(RunSettings settings, PurgeOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => RunAsync(database, settings, options, cancel), End);

    private static async Task<PurgeOutcome> RunAsync(IDatabase database, RunSettings settings, PurgeOptions options, CancellationToken cancel)
    {
        if (options.DryRun)
        {
            var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
            await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
            return (await PrepareAsync(session, settings, options, cancel).ConfigureAwait(false)).Outcome;
        }

        if (await Turn.TakeAsync(database, Access.Change, settings, cancel).ConfigureAwait(false) is not { } turn)
        {
            return End(Verb.Held(database, await LockTable.HolderAsync(database, cancel).ConfigureAwait(false)));
        }

        await using (turn.ConfigureAwait(false))
        {
            var (outcome, state) = await PrepareAsync(turn.Session, settings, options, cancel).ConfigureAwait(false);
            return outcome.Code != ExitCode.Done || outcome.Dropped.Count == 0
                ? outcome
                : await DropAsync(outcome, state, turn.Session!, settings, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<(PurgeOutcome Outcome, HistoryState State)> PrepareAsync(ISession? session, RunSettings settings, PurgeOptions options, CancellationToken cancel)
    {
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        if (state.Unfinished.FirstOrDefault(u => u.Direction == Direction.Down) is { } half)
        {
            return (End(new(ExitCode.NeedsPerson, HalfUndone.Rule.Says(half.Version, half.Name, Wording.Text(half.Done.Count)))), state);
        }

        var present = session is null ? Items<KeptTable>.Empty : await new KeptRegistry(session).PresentAsync(cancel).ConfigureAwait(false);
        var now = settings.Clock.GetUtcNow();
        bool IsOver(KeptTable kept) => IsKept(kept) && (options.OlderThan is { } age ? kept.At <= now - age : kept.Until <= now);
        return (new(ExitCode.Done) { Dropped = present.Where(IsOver).ToItems(), Stays = present.Where(k => !IsOver(k)).ToItems() }, state);
    }

    // The registry is a table that anybody can write to; a name in it that is none of ours is not dropped.
    private static bool IsKept(KeptTable kept) => kept.Name.StartsWith(KeptData.Prefix, StringComparison.OrdinalIgnoreCase);

    private static async Task<PurgeOutcome> DropAsync(PurgeOutcome outcome, HistoryState state, ISession session, RunSettings settings, CancellationToken cancel)
    {
        var journal = new JournalWriter(session, settings);
        var dropped = new List<KeptTable>();
        await journal.StartAsync("purge", null, state.HasTables, cancel).ConfigureAwait(false);
        try
        {
            foreach (var kept in outcome.Dropped)
            {
                cancel.ThrowIfCancellationRequested();
                await DropAsync(kept, session, journal, settings, cancel).ConfigureAwait(false);
                dropped.Add(kept);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or DatabaseException)
        {
            await session.RollbackAsync().ConfigureAwait(false);
            await journal.EndAsync(e is DatabaseException ? DeploymentState.Stopped : DeploymentState.Cancelled).ConfigureAwait(false);
            var verdict = e is DatabaseException refused
                ? Verb.Of(refused, settings.Database.ToString())
                : new(ExitCode.Cancelled, RunCancelled.Rule.Says($"{Wording.Text(dropped.Count)} of {Wording.Text(outcome.Dropped.Count)} tables were dropped"));
            return Told(outcome, verdict.Code, dropped, journal) with { Findings = Items.Of(verdict.Finding) };
        }

        await journal.EndAsync(DeploymentState.Done).ConfigureAwait(false);
        return Told(outcome, ExitCode.Done, dropped, journal);
    }

    // Table, registry and journal change in one transaction, so whenever the runner dies they agree.
    private static async Task DropAsync(KeptTable kept, ISession session, JournalWriter journal, RunSettings settings, CancellationToken cancel)
    {
        var now = settings.Clock.GetUtcNow();
        await session.BeginAsync([], cancel).ConfigureAwait(false);
        if (!await journal.HasTurnAsync(cancel).ConfigureAwait(false))
        {
            throw new DatabaseException(Refused.Busy, "another runner took the database over");
        }

        if (!kept.Missing)
        {
            await session.ExecuteAsync("DROP TABLE " + QuotedName.Of(kept.Name, Dialect.Of(settings.Database)), cancel).ConfigureAwait(false);
        }

        await new KeptRegistry(session).EndAsync(kept, KeptState.Purged, now, settings.By, cancel).ConfigureAwait(false);
        await journal.NotePurgeAsync(kept, now, cancel).ConfigureAwait(false);
        await session.CommitAsync(cancel).ConfigureAwait(false);
    }

    private static PurgeOutcome Told(PurgeOutcome outcome, ExitCode code, List<KeptTable> dropped, JournalWriter journal) =>
        outcome with { Code = code, Deployment = journal.Deployment, Dropped = dropped.ToItems(), Stays = outcome.Stays.Concat(outcome.Dropped.Skip(dropped.Count)).ToItems() };

    private static PurgeOutcome End(Verdict verdict) => new(verdict.Code) { Findings = Items.Of(verdict.Finding) };
}
