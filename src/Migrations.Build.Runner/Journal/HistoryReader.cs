using System.Data.Common;
using System.Globalization;
using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Runner.Journal;

/// <summary>Reads where a database stands, in a few queries however long the history is.</summary>
internal static class HistoryReader
{
    private const string Entries =
        "SELECT entry, deployment, version, direction, state, hash, class, started_at, error FROM migrations_journal WHERE statement = 0 AND direction <> 'profile' ORDER BY entry";

    private const string Statements =
        "SELECT statement, state, hash FROM migrations_journal WHERE version = @p0 AND statement > 0 AND entry > @p1 ORDER BY entry";

    private const string Deployments = "SELECT deployment, verb, state, bundle_name, bundle_digest, version_table FROM migrations_deployments ORDER BY deployment DESC";

    /// <summary>Reads it; a database that could not be opened because it is not there is an empty one.</summary>
    public static async Task<HistoryState> ReadAsync(ISession? session, RunSettings settings, CancellationToken cancel)
    {
        if (session is null)
        {
            return HistoryState.Empty;
        }

        session.Versions = settings.VersionTable ?? session.Versions;
        var tables = await session.HistoryColumnsAsync(cancel).ConfigureAwait(false);
        var runs = tables.ContainsKey("migrations_deployments") ? await session.RunAsync(ReadRuns, session.Command(Deployments), cancel).ConfigureAwait(false) : [];
        if (runs.Count > 0 && VersionStatements.Read(runs[0].VersionTable) is var noted && noted != session.Versions)
        {
            if (settings.VersionTable is not null)
            {
                return new() { WrongTable = VersionTableChanged.Rule.Says(noted.Name, session.Versions.Name) };
            }

            session.Versions = noted;
            tables = await session.HistoryColumnsAsync(cancel).ConfigureAwait(false);
        }

        var wanted = VersionStatements.Columns(session.Versions);
        var columns = tables.GetValueOrDefault(session.Versions.Name, []);
        var state = new HistoryState { HasTables = tables.Count == 5, HasVersions = columns.Count > 0, HasJournal = tables.ContainsKey("migrations_journal") };
        if (columns.Count > 0 && wanted.Except(columns, AsciiComparer.IgnoreCase).Any())
        {
            return state with { WrongTable = VersionTableForeign.Rule.Says(session.Versions.Name, string.Join(", ", columns), FindingText.List([.. wanted.Select(w => $"'{w}'")])) };
        }

        var entries = state.HasJournal ? await session.RunAsync(ReadEntries, session.Command(Entries), cancel).ConfigureAwait(false) : [];
        var last = Last(entries);
        var versions = state.HasVersions ? await session.RunAsync(ReadVersions, session.Command(new VersionStatements(session.Versions, Dialect.Of(settings.Database)).Select), cancel).ConfigureAwait(false) : [];
        var bundles = runs.ToDictionary(r => r.Number, r => r.Bundle);
        state = state with
        {
            Runs = Emptied(runs, entries),
            BrokenRollback = BrokenRollback.Of(runs, entries),
            Applied = versions.Select(v => Known(v, entries, last)).OrderBy(a => a.Entry == 0 ? 0 : 1).ThenBy(a => a.Entry).ThenBy(a => a.Version).ToArray(),
            Unfinished = await UnfinishedAsync(session, entries, last, cancel).ConfigureAwait(false),
            Errors = Errors(last.Values),
            Waiting = tables.ContainsKey("migrations_kept") ? await new KeptRegistry(session).WaitingAsync(cancel).ConfigureAwait(false) : [],
        };
        return settings.Bundle is { } bundle ? state with
        {
            Applied = [.. state.Applied.Select(a => a with { Bundle = bundles.GetValueOrDefault(a.Deployment ?? 0) }).Where(a => IsOwn(bundle, a.Bundle, a.Version))],
            Unfinished = [.. state.Unfinished.Select(u => u with { Bundle = bundles.GetValueOrDefault(last[u.Version].Deployment) }).Where(u => IsOwn(bundle, u.Bundle, u.Version))],
        } : state;
    }

    // Two bundles may share a database. What one has applied and the other does not hold is none of the other's business.
    private static bool IsOwn(MigrationBundle bundle, string? by, long version) => by is null || by == bundle.Manifest.Name || bundle.Find(version) is not null;

    private static Dictionary<long, JournalEntry> Last(List<JournalEntry> entries)
    {
        var last = new Dictionary<long, JournalEntry>(entries.Count);
        foreach (var entry in entries)
        {
            last[entry.Version] = entry;
        }

        return last;
    }

    private static Dictionary<long, string> Errors(IEnumerable<JournalEntry> last)
    {
        var errors = new Dictionary<long, string>();
        foreach (var entry in last.Where(e => e.State == Recorded.Failed))
        {
            errors.Add(entry.Version, entry.Error ?? "");
        }

        return errors;
    }

    // What plain FluentMigrator undid and applied again is known by its version only: the journal's last word about it is a Down, or nothing.
    private static AppliedMigration Known(AppliedMigration version, List<JournalEntry> entries, Dictionary<long, JournalEntry> last)
    {
        var entry = last.GetValueOrDefault(version.Version);
        if (entry?.State is Recorded.Started or Recorded.Failed)
        {
            entry = entries.FindLast(e => e.Version == version.Version && e.State is Recorded.Done or Recorded.Baselined);
        }

        return entry is not { Direction: "up" } ? version : version with
        {
            Name = entry.Name ?? version.Name,
            Time = entry.State == Recorded.Baselined ? version.Time : entry.Time,
            Entry = entry.Entry,
            Deployment = entry.Deployment,
            Hash = entry.Hash,
            Baselined = entry.State == Recorded.Baselined,
        };
    }

    private static async Task<IReadOnlyList<UnfinishedMigration>> UnfinishedAsync(ISession session, List<JournalEntry> entries, Dictionary<long, JournalEntry> last, CancellationToken cancel)
    {
        var unfinished = new List<UnfinishedMigration>();
        foreach (var entry in last.Values.Where(e => e.State is Recorded.Started or Recorded.Failed))
        {
            var before = entries.FindLast(e => e.Version == entry.Version && e.State is Recorded.Done or Recorded.Baselined)?.Entry ?? 0;
            var (done, unknown) = await session.RunAsync(ReadStatements, session.Command(Statements, entry.Version, before), cancel).ConfigureAwait(false);
            if (done.Count > 0 || unknown is not null || entry.State == Recorded.Started)
            {
                unfinished.Add(new(entry.Version, entry.Name ?? "", entry.Direction == "up" ? Direction.Up : Direction.Down, done, unknown) { Error = entry.Error });
            }
        }

        return unfinished;
    }

    private static (Dictionary<int, string> Done, int? Unknown) ReadStatements(DbCommand command)
    {
        var (done, states) = (new Dictionary<int, string>(), new Dictionary<int, string>());
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var number = rows.GetInt32(0);
            states[number] = rows.GetString(1);
            if (states[number] == Recorded.Done)
            {
                done[number] = rows.GetString(2);
            }
        }

        return (done, states.Where(s => s.Value == Recorded.Started).Select(s => (int?)s.Key).FirstOrDefault());
    }

    private static List<AppliedMigration> ReadVersions(DbCommand command)
    {
        var versions = new List<AppliedMigration>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            // Without its index, by hand, the table can hold a version twice.
            if (versions.Count > 0 && versions[^1].Version == rows.GetInt64(0))
            {
                continue;
            }

            versions.Add(new(rows.GetInt64(0), rows.IsDBNull(2) ? "" : rows.GetString(2), rows.IsDBNull(1) ? null : rows.GetValue(1)));
        }

        return versions;
    }

    private static List<Run> ReadRuns(DbCommand command)
    {
        var runs = new List<Run>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
            runs.Add(new(rows.GetInt64(0), rows.GetString(1), Recorded.State(rows.GetString(2)), Text(3), Text(4)) { VersionTable = Text(5) });
        }

        return runs;
    }

    // A run of which the journal knows no migration had nothing to do.
    private static Run[] Emptied(List<Run> runs, List<JournalEntry> entries)
    {
        var busy = entries.Select(e => e.Deployment).ToHashSet();
        return [.. runs.Select(r => r with { IsEmpty = r.State == DeploymentState.Done && !busy.Contains(r.Number) })];
    }

    private static List<JournalEntry> ReadEntries(DbCommand command)
    {
        var entries = new List<JournalEntry>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            entries.Add(new(
                rows.GetInt64(0),
                rows.GetInt64(1),
                rows.GetInt64(2),
                rows.GetString(3),
                rows.GetString(4),
                rows.GetString(5),
                rows.IsDBNull(6) ? null : rows.GetString(6),
                rows.GetString(7),
                rows.IsDBNull(8) ? null : rows.GetString(8)));
        }

        return entries;
    }
}
