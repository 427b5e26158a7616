using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Drifting;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Locking;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Baselining;

/// <summary>Adopts a database that has the schema already: nothing of the schema is changed, the history is noted.</summary>
public static class Baseline
{
    /// <summary>Adopts migrations, after it made sure that the live schema is what they make.</summary>
    public static Task<BaselineOutcome> AdoptAsync(MigrationBundle bundle, RunSettings settings, BaselineOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => AdoptAsync(database, bundle, settings.For(bundle), options, cancel), End);

    private static async Task<BaselineOutcome> AdoptAsync(IDatabase database, MigrationBundle bundle, RunSettings settings, BaselineOptions options, CancellationToken cancel)
    {
        if (Verb.NotMeant(bundle, settings) is { } wrong)
        {
            return End(wrong);
        }

        if (options.DryRun)
        {
            var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
            await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
            return (await PrepareAsync(database, session, bundle, settings, options, cancel).ConfigureAwait(false)).Outcome;
        }

        if (await Turn.TakeAsync(database, Access.Change, settings, cancel).ConfigureAwait(false) is not { } turn)
        {
            return End(Verb.Held(database, await LockTable.HolderAsync(database, cancel).ConfigureAwait(false)));
        }

        await using (turn.ConfigureAwait(false))
        {
            var (outcome, state, adopted) = await PrepareAsync(database, turn.Session, bundle, settings, options, cancel).ConfigureAwait(false);
            return outcome.Code == ExitCode.Done && adopted.Count > 0 && turn.Session is not null
                ? await WriteAsync(bundle, settings, turn.Session, state, adopted, outcome, cancel).ConfigureAwait(false)
                : outcome;
        }
    }

    private static async Task<(BaselineOutcome Outcome, HistoryState State, List<MigrationEntry> Adopted)> PrepareAsync(
        IDatabase database, ISession? session, MigrationBundle bundle, RunSettings settings, BaselineOptions options, CancellationToken cancel)
    {
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        var adopted = Adopted(bundle, state, options);
        if (Objection(bundle, settings, state, options, adopted) is { } objection)
        {
            return (End(objection), state, adopted);
        }

        var live = session is null ? Schema.Empty(settings.Database) : await session.SchemaAsync(cancel).ConfigureAwait(false);
        var expected = new ExpectedSchema(bundle, settings.Database, OthersTables.AllBut(bundle, options.IgnoreTables));
        var (differences, problem) = await expected.CompareAsync(
            database, state.Applied.Select(a => a.Version).Union(adopted.Select(a => a.Version)), [], live, cancel).ConfigureAwait(false);
        return problem is not null || Drift.Differ(differences)
            ? (End(problem ?? new(ExitCode.Differs, Drift.Finding(differences))) with { Differences = differences }, state, adopted)
            : (new(ExitCode.Done) { Adopted = adopted.Select(a => a.Version).ToItems(), Differences = differences, Ignored = expected.Others }, state, adopted);
    }

    // What VersionInfo lists without the journal is adopted in any case; up to a stated version also what it does not list.
    private static List<MigrationEntry> Adopted(MigrationBundle bundle, HistoryState state, BaselineOptions options)
    {
        var applied = state.Applied.ToDictionary(a => a.Version);
        return bundle.Manifest.Migrations.Where(m => m.Version > 0 && (applied.TryGetValue(m.Version, out var known)
            ? known.Entry == 0
            : m.Version <= (options.To ?? 0) && m.Tags.Count == 0 && m.Kind == Model.Histories.MigrationKind.Versioned)).ToList();
    }

    private static Verdict? Objection(MigrationBundle bundle, RunSettings settings, HistoryState state, BaselineOptions options, List<MigrationEntry> adopted)
    {
        if (Objections.ToState(bundle, settings.Database, state) is [var first, ..])
        {
            return first;
        }

        if (options.To is { } version && bundle.Manifest.Migrations.All(m => m.Version != version))
        {
            return new(ExitCode.Usage, VersionUnknown.Rule.Says(Wording.Text(version), "in the bundle", ""));
        }

        return adopted.Count == 0 && options.To is null && state.Applied.Count == 0
            ? new(ExitCode.Usage, OptionsUnclear.Rule.Says("'VersionInfo' lists no migration, so --to must say up to which version the database is"))
            : null;
    }

    private static async Task<BaselineOutcome> WriteAsync(
        MigrationBundle bundle, RunSettings settings, ISession session, HistoryState state, List<MigrationEntry> adopted, BaselineOutcome outcome, CancellationToken cancel)
    {
        var journal = new JournalWriter(session, settings);
        await journal.StartAsync("baseline", bundle, state.HasTables, cancel).ConfigureAwait(false);
        try
        {
            var listed = state.Applied.Select(a => a.Version).ToHashSet();
            await session.BeginAsync([], cancel).ConfigureAwait(false);
            if (!await journal.HasTurnAsync(cancel).ConfigureAwait(false))
            {
                await session.RollbackAsync().ConfigureAwait(false);
                return End(new(ExitCode.Locked, TurnLost.Rule.Says("the file")));
            }

            foreach (var entry in adopted)
            {
                var planned = new PlannedMigration(entry, bundle.StatementsOrNone(entry, settings.Database, Direction.Up), bundle.StatementsOrNone(entry, settings.Database, Direction.Down));
                await journal.AdoptAsync(ApplyWork.Stored(planned, settings.Database, null), !listed.Contains(entry.Version), cancel).ConfigureAwait(false);
            }

            await session.CommitAsync(cancel).ConfigureAwait(false);
            await journal.EndAsync(DeploymentState.Done).ConfigureAwait(false);
            return outcome;
        }
        catch (OperationCanceledException)
        {
            await session.RollbackAsync().ConfigureAwait(false);
            await journal.EndAsync(DeploymentState.Cancelled).ConfigureAwait(false);
            return End(new(ExitCode.Cancelled, RunCancelled.Rule.Says("no migration was adopted")));
        }
        catch (DatabaseException)
        {
            await session.RollbackAsync().ConfigureAwait(false);
            await journal.EndAsync(DeploymentState.Stopped).ConfigureAwait(false);
            throw;
        }
    }

    private static BaselineOutcome End(Verdict verdict) => new(verdict.Code) { Findings = Items.Of(verdict.Finding) };
}
