using System.Data.Common;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Locking;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Journal;

/// <summary>Tells where a database stands.</summary>
public static class Status
{
    private const string Query =
        """
        SELECT deployment, verb, state, run_by, started_at, ended_at, bundle_name, bundle_version, bundle_digest
        FROM migrations_deployments ORDER BY deployment DESC
        """;

    /// <summary>Reads the journal. The bundle may be null: then nothing is known to be pending.</summary>
    public static Task<StatusOutcome> ReadAsync(MigrationBundle? bundle, RunSettings settings, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => ReadAsync(database, bundle, settings.For(bundle), cancel), v => new StatusOutcome(v.Code) { Findings = Items.Of(v.Finding) });

    private static async Task<StatusOutcome> ReadAsync(IDatabase database, MigrationBundle? bundle, RunSettings settings, CancellationToken cancel)
    {
        var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
        await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        if (state.WrongTable is { } table)
        {
            return new(ExitCode.Differs) { Findings = Items.Of(table) };
        }

        var locked = await database.IsLockedAsync(cancel).ConfigureAwait(false);
        return new(ExitCode.Done)
        {
            Migrations = Migrations(bundle, settings, state).Select(m => m with { Problems = bundle?.Find(m.Version)?.Problems ?? Items<KnownProblem>.Empty }).OrderBy(m => m.Version).ThenBy(m => m.Class, StringComparer.Ordinal).ToItems(),
            Deployments = state.HasJournal ? await session!.RunAsync(c => ReadDeployments(c, locked), session.Command(Query), cancel).ConfigureAwait(false) : Items<Deployment>.Empty,
            Kept = session is null ? Items<KeptTable>.Empty : await new KeptRegistry(session).PresentAsync(cancel).ConfigureAwait(false),
            Locked = locked,
            Holder = locked && session is not null ? await LockTable.HolderAsync(session, cancel).ConfigureAwait(false) : null,
        };
    }

    private static IEnumerable<MigrationStatus> Migrations(MigrationBundle? bundle, RunSettings settings, HistoryState state)
    {
        var known = bundle?.Manifest.Migrations.Select(m => m.Version).ToHashSet();
        foreach (var applied in state.Applied)
        {
            yield return new(applied.Version, applied.Name, known?.Contains(applied.Version) == false ? MigrationState.NotInBundle : MigrationState.Applied)
            {
                At = applied.At,
                Deployment = applied.Deployment,
                Hash = applied.Hash,
                Baselined = applied.Baselined,
            };
        }

        var pending = bundle is null ? null : Planner.Make(bundle, settings.Database, state, null, Requested.Nothing);
        foreach (var half in state.Unfinished)
        {
            yield return new(half.Version, half.Name, MigrationState.HalfApplied) { StatementsDone = half.Done.Count, Error = half.Error };
        }

        foreach (var entry in (pending?.Pending ?? Items<PlannedMigration>.Empty).Select(p => p.Entry).Where(e => state.Unfinished.All(u => u.Version != e.Version)))
        {
            yield return new(entry.Version, entry.Class, MigrationState.Pending) { Error = state.Errors.GetValueOrDefault(entry.Version) };
        }

        foreach (var other in pending?.NotRun.Where(n => state.Applied.All(a => a.Version != n.Entry.Version)) ?? Items<NotRunMigration>.Empty)
        {
            yield return new(other.Entry.Version, other.Entry.Class, MigrationState.NotRun);
        }
    }

    // A runner that was killed could not say so: while nobody holds the lock, nothing runs.
    private static Items<Deployment> ReadDeployments(DbCommand command, bool locked)
    {
        var deployments = new List<Deployment>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var state = Recorded.State(rows.GetString(2)) is var noted && noted == DeploymentState.Running && !locked ? DeploymentState.Interrupted : noted;
            deployments.Add(new(rows.GetInt64(0), rows.GetString(1), state, rows.GetString(3), Moment.Read(rows.GetString(4)) ?? default)
            {
                Ended = rows.IsDBNull(5) ? null : Moment.Read(rows.GetString(5)),
                Bundle = rows.IsDBNull(6) ? null : rows.GetString(6),
                BundleVersion = rows.IsDBNull(7) ? null : rows.GetString(7),
                BundleDigest = rows.IsDBNull(8) ? null : rows.GetString(8),
            });
        }

        return deployments.ToItems();
    }
}
