using System.Data.Common;
using System.Globalization;
using System.Text;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Journal;

/// <summary>Writes the history of one deployment. Only <see cref="StartAsync"/> and <see cref="EndAsync"/> open transactions of their own.</summary>
internal sealed class JournalWriter(ISession session, RunSettings settings)
{
    private const int EntryColumns = 12;
    private const int MostEntries = 20;

    private const string AddEntry =
        "INSERT INTO migrations_journal (deployment, version, direction, statement, state, hash, class, started_at, ended_at, error, undo_digest, undo) VALUES ";

    private readonly VersionStatements _versions = new(session.Versions, Dialect.Of(settings.Database));

    // Deployments may have been cleared away by hand: a number that the journal knows is not given again.
    private const string Last =
        """
        SELECT coalesce(max(deployment), 0) FROM (
            SELECT deployment FROM migrations_deployments UNION ALL
            SELECT deployment FROM migrations_journal WHERE entry = (SELECT max(entry) FROM migrations_journal)) d
        """;

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly List<object?[]> _noted = [];

    /// <summary>The deployment's number.</summary>
    public long Deployment { get; private set; }

    /// <summary>Makes the tables of the history where they are missing, says who holds the lock, and begins a deployment.</summary>
    public async Task StartAsync(string verb, MigrationBundle? bundle, bool hasTables, CancellationToken cancel)
    {
        await session.BeginAsync([], cancel).ConfigureAwait(false);
        foreach (var statement in hasTables ? [] : session.HistoryTables)
        {
            await session.ExecuteAsync(statement, cancel).ConfigureAwait(false);
        }

        var now = Moment.Write(settings.Clock.GetUtcNow());
        var last = await session.RunAsync(c => c.ExecuteScalar(), session.Command(Last), cancel).ConfigureAwait(false);
        Deployment = Convert.ToInt64(last, CultureInfo.InvariantCulture) + 1;
        await WriteAsync("UPDATE migrations_deployments SET state = @p0 WHERE state = @p1", cancel, Recorded.Of(DeploymentState.Interrupted), Recorded.Of(DeploymentState.Running)).ConfigureAwait(false);
        await WriteAsync(
            "INSERT INTO migrations_deployments (deployment, verb, state, run_by, started_at, bundle_name, bundle_version, bundle_digest, version_table) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
            cancel, Deployment, verb, Recorded.Of(DeploymentState.Running), settings.By, now, bundle?.Manifest.Name, bundle?.Manifest.Version, settings.Scratch ? null : bundle?.Digest, VersionStatements.Stored(session.Versions)).ConfigureAwait(false);
        await WriteAsync("DELETE FROM migrations_lock", cancel).ConfigureAwait(false);
        await WriteAsync("INSERT INTO migrations_lock (id, owner, run_by, process, since) VALUES (1, @p0, @p1, @p2, @p3)", cancel, _owner, settings.By, Environment.ProcessId, now).ConfigureAwait(false);
        await session.CommitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Ends the deployment. It is not cancelled: the journal must tell how things stand. Where that cannot be written, the next run finds the deployment interrupted.</summary>
    public async Task EndAsync(DeploymentState state)
    {
        try
        {
            await WriteEndAsync(state).ConfigureAwait(false);
        }
        catch (DatabaseException)
        {
            await session.RollbackAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Notes that the deployment has ended, in the open transaction.</summary>
    public async Task NoteEndAsync(DeploymentState state)
    {
        await WriteAsync("UPDATE migrations_deployments SET state = @p0, ended_at = @p1 WHERE deployment = @p2", CancellationToken.None, Recorded.Of(state), Moment.Write(settings.Clock.GetUtcNow()), Deployment).ConfigureAwait(false);
        await WriteAsync("DELETE FROM migrations_lock WHERE owner = @p0", CancellationToken.None, _owner).ConfigureAwait(false);
    }

    /// <summary>Whether this runner still has its turn. Asked in each transaction, it keeps out a runner that came past the lock.</summary>
    public async Task<bool> HasTurnAsync(CancellationToken cancel) =>
        await session.RunAsync(c => c.ExecuteScalar(), session.Command("SELECT owner FROM migrations_lock"), cancel).ConfigureAwait(false) as string == _owner;

    /// <summary>Notes a statement, or with number zero the migration as a whole, and what was noted for later.</summary>
    public Task NoteAsync(Work work, int statement, string state, DateTimeOffset started, string? error, CancellationToken cancel)
    {
        NoteLater(work, statement, state, started, error);
        return WriteNotesAsync(cancel);
    }

    /// <summary>Notes it with what is noted next in the same transaction: after a change of the schema SQLite prepares every statement again, so each that is saved counts.</summary>
    public void NoteLater(Work work, int statement, string state, DateTimeOffset started, string? error = null) => _noted.Add(
    [
        Deployment,
        work.Version,
        work.IsListed ? Recorded.Of(work.Direction) : Recorded.Profile,
        statement,
        state,
        statement == 0 ? work.Hash : Digest.Of(work.Statements[statement - 1].Text),
        statement == 0 ? work.Class : null,
        Moment.Write(started),
        state == Recorded.Started ? null : Moment.Write(settings.Clock.GetUtcNow()),
        error,
        .. statement == 0 && state is Recorded.Done or Recorded.Baselined && work.Stored is { } undo ? new object?[] { Digest.Of(undo), undo } : [null, null],
    ]);

    /// <summary>Writes what was noted for later.</summary>
    public async Task WriteNotesAsync(CancellationToken cancel)
    {
        for (var first = 0; first < _noted.Count; first += MostEntries)
        {
            var sql = new StringBuilder(AddEntry);
            var values = new List<object?>();
            foreach (var note in _noted.GetRange(first, Math.Min(MostEntries, _noted.Count - first)))
            {
                sql.Append(values.Count == 0 ? "" : ", ");
                foreach (var value in note)
                {
                    sql.Append(values.Count % EntryColumns == 0 ? "(@p" : ", @p").Append(values.Count);
                    values.Add(value);
                }

                sql.Append(')');
            }

            await WriteAsync(sql.ToString(), cancel, [.. values]).ConfigureAwait(false);
        }

        _noted.Clear();
    }

    /// <summary>Forgets what was noted for later: the transaction that it belongs to is undone.</summary>
    public void ForgetNotes() => _noted.Clear();

    /// <summary>Notes that a table of kept data was purged; the number of no statement keeps it apart from what a migration did.</summary>
    public Task NotePurgeAsync(KeptTable kept, DateTimeOffset at, CancellationToken cancel)
    {
        _noted.Add([Deployment, kept.Version, "purge", -1, Recorded.Done, "", kept.Name, Moment.Write(at), Moment.Write(at), null, null, null]);
        return WriteNotesAsync(cancel);
    }

    /// <summary>Notes that a migration is adopted, and lists it in the version table where that is asked.</summary>
    public async Task AdoptAsync(Work work, bool list, CancellationToken cancel)
    {
        var now = settings.Clock.GetUtcNow();
        await NoteAsync(work, 0, Recorded.Baselined, now, null, cancel).ConfigureAwait(false);
        if (list)
        {
            await WriteAsync(_versions.Add, cancel, work.Version, Moment.WriteVersion(now), work.Description ?? work.Class).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps what undoing the migration needs, brings the version table in step, and notes that the migration is done.</summary>
    public async Task FinishAsync(Work work, DateTimeOffset started, CancellationToken cancel)
    {
        await NoteAsync(work, 0, Recorded.Done, started, null, cancel).ConfigureAwait(false);
        if (!work.IsListed)
        {
            return;
        }

        await (work.Direction == Direction.Up
            ? WriteAsync(_versions.Add, cancel, work.Version, Moment.WriteVersion(settings.Clock.GetUtcNow()), work.Description ?? work.Class)
            : WriteAsync(_versions.Remove, cancel, work.Version)).ConfigureAwait(false);
    }

    /// <summary>Writes with a statement of our own.</summary>
    public Task<int> WriteAsync(string sql, CancellationToken cancel, params object?[] values) =>
        session.RunAsync(c => c.ExecuteNonQuery(), session.Command(sql, values), cancel);

    private async Task WriteEndAsync(DeploymentState state)
    {
        await session.BeginAsync([], CancellationToken.None).ConfigureAwait(false);
        await NoteEndAsync(state).ConfigureAwait(false);
        await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
