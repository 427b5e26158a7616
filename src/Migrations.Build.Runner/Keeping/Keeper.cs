using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Sql;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Keeping;

/// <summary>Runs the statements that keep and restore data, and notes in the same transaction what is kept where. Only purge ends what still has a use.</summary>
/// <param name="session">The database, in the transaction of the migration.</param>
/// <param name="journal">The deployment.</param>
/// <param name="settings">Who runs it, and the clock.</param>
/// <param name="keepFor">For how long data is kept; null for ever.</param>
internal sealed class Keeper(ISession session, JournalWriter journal, RunSettings settings, TimeSpan? keepFor)
{
    private readonly KeptRegistry _registry = new(session);
    private readonly Fitting _fitting = new(session, new(session), settings.Database);
    private readonly Dialect _dialect = Dialect.Of(settings.Database);

    /// <summary>Runs a keep statement and registers what it kept.</summary>
    public async Task KeepAsync(Work work, Statement statement, CancellationToken cancel)
    {
        if (KeptNames.Made(statement.Text) is not { } name)
        {
            await TrimAsync(statement, cancel).ConfigureAwait(false);
            return;
        }

        if (!KeptNames.IsNote(name) && (keepFor == TimeSpan.Zero || work.Direction == Direction.Down) && await StaysAwayAsync(work, name, statement, cancel).ConfigureAwait(false))
        {
            return;
        }

        await MakeRoomAsync(work, name, cancel).ConfigureAwait(false);
        await session.ExecuteAsync(statement.Text, cancel).ConfigureAwait(false);
        await RegisterAsync(work, name, KeptNames.Source(statement.Text, settings.Database), KeptState.Kept, await CountAsync(Quoted(name), cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    /// <summary>Runs a restore statement and notes how many rows it brought back.</summary>
    public async Task RestoreAsync(Work work, Statement statement, CancellationToken cancel)
    {
        if (work.Direction == Direction.Up)
        {
            await _fitting.PrepareAsync(work, statement.Text, cancel).ConfigureAwait(false);
        }

        if (KeptNames.TakesOut(statement.Text, settings.Database))
        {
            await TrimAsync(statement, cancel).ConfigureAwait(false);
            return;
        }

        // Triggers that are not in the history would fire for what only comes back.
        var rows = await session.ExecuteQuietlyAsync(statement.Text, cancel).ConfigureAwait(false);
        if (KeptNames.Marks(statement.Text, settings.Database))
        {
            return;
        }

        foreach (var name in KeptNames.In(statement.Text))
        {
            await _registry.PlaceAsync(name, Math.Max(0, rows), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>At the end: what the other way kept and found its place is dropped, and what did not stays under another name, with a warning.</summary>
    public async Task<IReadOnlyList<Finding>> SettleAsync(Work work, CancellationToken cancel)
    {
        var left = new List<Finding>();
        var other = work.Direction == Direction.Down ? Direction.Up : Direction.Down;
        foreach (var kept in other == Direction.Up || work.Returns.Count > 0 ? await _registry.OfAsync(work.Version, other, cancel).ConfigureAwait(false) : [])
        {
            var (now, present) = (settings.Clock.GetUtcNow(), await _registry.ExistsAsync(kept.Name, cancel).ConfigureAwait(false));
            var open = present ? await OpenAsync(kept, cancel).ConfigureAwait(false) : 0;
            if (present && kept.Rows - Math.Max(kept.Placed, await CountAsync(Quoted(kept.Name), cancel).ConfigureAwait(false)) is > 0 and var gone)
            {
                left.Add(KeptRowsGone.Rule.Says(work.Version, work.Class, Wording.Text(gone), Wording.Text(kept.Rows), kept.Table, kept.Name));
            }

            var homeless = present && other == Direction.Down ? await _fitting.HomelessAsync(work, kept, cancel).ConfigureAwait(false) : [];
            if (open > 0 || homeless.Count > 0)
            {
                var aside = await PutAsideAsync(kept with { RowsLeft = Math.Max(open, homeless.Count > 0 ? 1 : 0) }, now, cancel).ConfigureAwait(false);
                left.Add(other == Direction.Up
                    ? KeptDataLeft.Rule.Says(work.Version, work.Class, Wording.Text(open), Wording.Text(kept.Rows), kept.Table, aside)
                    : WrittenDataLeft.Rule.Says(work.Version, work.Class, Lost(kept, open, homeless), kept.Table, aside));
                continue;
            }

            if (present)
            {
                await session.ExecuteAsync("DROP TABLE " + Quoted(kept.Name), cancel).ConfigureAwait(false);
            }

            await _registry.EndAsync(kept, present ? KeptState.Restored : KeptState.Purged, now, present ? settings.By : null, cancel).ConfigureAwait(false);
        }

        return left;
    }

    // What nobody wrote since needs no table, and what is not to be kept gets none.
    private async Task<bool> StaysAwayAsync(Work work, string name, Statement keep, CancellationToken cancel)
    {
        var rows = await CountAsync($"({KeptNames.Query(keep.Text)})", cancel).ConfigureAwait(false);
        if (keepFor == TimeSpan.Zero && work.Direction == Direction.Up)
        {
            await RegisterAsync(work, name, null, KeptState.NotKept, rows, cancel).ConfigureAwait(false);
        }

        return keepFor == TimeSpan.Zero || rows == 0;
    }

    private static string Lost(KeptTable kept, long open, IReadOnlyList<string> homeless) => string.Join(" and ", new[]
    {
        open > 0 ? $"{Wording.Text(open)} of the {Wording.Text(kept.Rows)} rows" : null,
        homeless.Count > 0 ? "column " + FindingText.List([.. homeless.Select(c => $"'{c}'")]) : null,
    }.OfType<string>());

    // What the destroying statement left as it was is taken out of what is kept, where anything is.
    private async Task TrimAsync(Statement trim, CancellationToken cancel)
    {
        var names = KeptNames.In(trim.Text);
        foreach (var name in names)
        {
            if (!await _registry.ExistsAsync(name, cancel).ConfigureAwait(false))
            {
                return;
            }
        }

        await session.ExecuteAsync(trim.Text, cancel).ConfigureAwait(false);
        foreach (var name in names)
        {
            await _registry.CountAsync(name, await CountAsync(Quoted(name), cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        }
    }

    // Up may run again after plain FluentMigrator undid it: what was kept the first time has no Down any more, and is nobody's to delete.
    private async Task MakeRoomAsync(Work work, string name, CancellationToken cancel)
    {
        if (!await _registry.ExistsAsync(name, cancel).ConfigureAwait(false))
        {
            return;
        }

        var known = await FindAsync(name, cancel).ConfigureAwait(false);
        if (known is null)
        {
            await RegisterAsync(work, name, null, KeptState.Left, await CountAsync(Quoted(name), cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
            known = await FindAsync(name, cancel).ConfigureAwait(false);
        }

        await PutAsideAsync(known! with { RowsLeft = known!.Rows }, settings.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
    }

    private async Task<KeptTable?> FindAsync(string name, CancellationToken cancel) => (await _registry.ReadAsync(cancel).ConfigureAwait(false))
        .LastOrDefault(k => k.State is KeptState.Kept or KeptState.Left && string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase));

    private async Task<string> PutAsideAsync(KeptTable kept, DateTimeOffset now, CancellationToken cancel)
    {
        var free = await _registry.FreeNameAsync(kept.MadeAs, cancel).ConfigureAwait(false);
        await session.RenameTableAsync(kept.Name, free, cancel).ConfigureAwait(false);
        await _registry.EndAsync(kept with { Name = free }, KeptState.Left, now, settings.By, cancel).ConfigureAwait(false);
        return free;
    }

    private Task RegisterAsync(Work work, string name, string? source, KeptState state, long rows, CancellationToken cancel)
    {
        var said = work.Keeps.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase));
        var now = settings.Clock.GetUtcNow();
        return _registry.AddAsync(
            new(name, work.Version, work.Class, said?.Table ?? source ?? "")
            {
                Way = work.Direction,
                Columns = said?.Columns ?? Items<string>.Empty,
                Rows = rows,
                At = now,
                // Without its notes a migration could not be undone any more.
                Until = keepFor is { } time && !KeptNames.IsNote(name) ? now + time : null,
                Deployment = journal.Deployment,
                State = state,
            },
            cancel);
    }

    // Each kept row is brought back by one statement, so what the statements wrote adds up; where it adds up to too much, the largest counts.
    private async Task<long> OpenAsync(KeptTable kept, CancellationToken cancel)
    {
        var rows = await CountAsync(Quoted(kept.Name), cancel).ConfigureAwait(false);
        var open = Math.Max(0, rows - (kept.Placed > rows ? kept.PlacedAtOnce : kept.Placed));
        return open < rows && await session.HoldsAsync(new Assumption("column", TableName.Of(kept.Name), KeptData.StateColumn, true), cancel).ConfigureAwait(false)
            ? Math.Max(open, await CountAsync($"{Quoted(kept.Name)} WHERE {Quoted(KeptData.StateColumn)} IS NOT NULL", cancel).ConfigureAwait(false))
            : open;
    }

    private async Task<long> CountAsync(string from, CancellationToken cancel) =>
        Convert.ToInt64(await session.ScalarAsync($"SELECT count(*) FROM {from}", cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);

    private string Quoted(string name) => QuotedName.Of(name, _dialect);
}
