using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Proofs;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Goes through a chain, round by round. A round that went wrong leaves its file, and the walk goes on from a copy of what was before.</summary>
internal sealed class Walk(Workshop workshop, ScratchPlace place, Story story) : IDisposable
{
    private static readonly string[] Journal = ["migrations_journal", "migrations_deployments", "migrations_kept"];
    private ScratchFile? _file;
    private Workshop _workshop = workshop;
    private Past _behind = Past.None;
    private bool _applied;

    /// <summary>The file as the last migration left it.</summary>
    public ScratchFile File => _file ??= ScratchFile.At(place.Next());

    /// <summary>What has to be known of the migrations so far beside the file.</summary>
    public Past Past { get; private set; } = Past.None;

    /// <summary>Continues from a copy of a file and what belongs to it.</summary>
    public void Continue(string copyOf, Past past)
    {
        Past = past;
        Continue(copyOf);
    }

    /// <summary>Proves the next migration of the chain, as far as what it needs is there.</summary>
    public async Task<Result> NextAsync(Link link, CancellationToken cancel)
    {
        story.Tell(link);
        var result = Past.Needed(link, rows: false) is { } gap ? await BehindAsync(link, gap, cancel).ConfigureAwait(false)
            : !link.Rendered ? await AsideAsync(link, "SQLite has no statements for what it does", cancel).ConfigureAwait(false)
            : Settings.Of(link.Up.Concat(link.Down)) is { Count: > 0 } ? await SetAsync(link, Settings.Of(link.Up), cancel).ConfigureAwait(false)
            : await ProveAsync(link, cancel).ConfigureAwait(false);
        Forget();
        return result;
    }

    public void Dispose() => _file?.Dispose();

    private void Continue(string copyOf)
    {
        var next = ScratchFile.At(place.Next(), copyOf);
        _file?.Dispose();
        _file = next;
    }

    // What is asked of the file itself is tried on another one; the rest is proved here.
    private async Task<Result> SetAsync(Link link, IReadOnlyList<string> settings, CancellationToken cancel)
    {
        var path = place.Next();
        File.Settle();
        var faults = await new PlainRun(_workshop, link, Past).FaultsAsync(File, path, cancel).ConfigureAwait(false);
        ScratchFile.Delete(path);
        if (faults.Any(f => !f.InDown))
        {
            await RemainAsync(Settings.Without(link), null, cancel).ConfigureAwait(false);
            return new(Unproved(link, null) with { Up = ProofState.Failed }, faults);
        }

        var (plain, usual) = (Settings.Without(link), _workshop);
        _workshop = usual with { Release = usual.Release.Instead(plain.Entry, plain.Up, plain.Down) };
        var result = await ProveAsync(plain, cancel).ConfigureAwait(false);
        _workshop = usual;
        Past = Past with { Settings = Past.Settings.Concat(settings).ToItems() };
        return faults.Count == 0 || result.Faults.Any(f => f.InDown) ? result : result with { Proof = result.Proof with { Down = ProofState.Failed }, Faults = result.Faults.Concat(faults).ToItems() };
    }

    private async Task<Result> ProveAsync(Link link, CancellationToken cancel)
    {
        var unmet = Foresee(new Demands(File.Connection, _workshop.Written, story.After).Of(link.Script?.Up.Select(s => s.Operation) ?? []));
        var (result, stands) = await RoundAsync(link, Manner.Together, cancel).ConfigureAwait(false);
        if (stands && !result.Failed)
        {
            Past = _behind;
            return Told(link, result, unmet);
        }

        // The file itself is still as it was before the round; what the round did is in its log.
        var before = place.Next();
        System.IO.File.Copy(File.Path, before);
        result = await AfterFailureAsync(link, result, before, cancel).ConfigureAwait(false);
        System.IO.File.Delete(before);
        return result;
    }

    private IReadOnlyList<Unmet> Foresee(IReadOnlyList<Demand> demands) => new Foresight(File.Connection, _workshop.Samples, story.After, Past).Prepare(demands);

    // Whether the migration is applied then, to a file that is as a release would leave it.
    private async Task<(Result Result, bool Stands)> RoundAsync(Link link, Manner manner, CancellationToken cancel)
    {
        File.Mark();
        var round = new Round(_workshop, link, story, File, manner);
        var proof = await round.RunAsync(cancel).ConfigureAwait(false);
        if (round.IsUnclear)
        {
            Continue(File.Path);
            return await RoundAsync(link, Manner.Apart, cancel).ConfigureAwait(false);
        }

        (_applied, _behind) = (round.Applied, round.Applied ? round.Behind(Past) : Past);
        return (new(proof, round.Found), round.Applied && !round.Disturbed && !round.Found.Any(f => f.Rule == Faults.Unproved));
    }

    private async Task<Result> AfterFailureAsync(Link link, Result failed, string before, CancellationToken cancel)
    {
        var (applied, behind) = (_applied, _behind);
        if (failed.Faults.Any(f => f.Severity == Severity.Error && !f.InDown) && await ForeseenAsync(link, before, cancel).ConfigureAwait(false) is { } foreseen)
        {
            Past = _behind;
            return foreseen;
        }

        var looked = failed with { LookedAtReleases = failed.Failed && story.NewTables.Count > 0 };
        if (looked.LookedAtReleases)
        {
            Continue(before);
            Emptying.Of(File.Connection, story.NewTables);
            var (empty, _) = await RoundAsync(link, Manner.Never, cancel).ConfigureAwait(false);
            if (!empty.Failed)
            {
                Past = _behind;
                return Emptied(link, failed, empty);
            }
        }

        looked = (Past.Needed(link, rows: true) ?? Past.Named(looked.Faults.SelectMany(f => f.Values.Skip(1)))) is { } gap ? Doubted(looked, gap) : looked;
        Continue(before);
        if (applied && (await _workshop.Release.UpAsync(File, link.Entry.Version, cancel).ConfigureAwait(false)).Done)
        {
            Past = behind;
            Refill();
            return looked;
        }

        Continue(before);
        await RemainAsync(link, null, cancel).ConfigureAwait(false);
        return looked;
    }

    // Where the migration passes without made-up rows in its way, it is these that are wrong, if it is new constraints that they break.
    private async Task<Result?> ForeseenAsync(Link link, string before, CancellationToken cancel)
    {
        Continue(before);
        var tables = Named(link);
        Emptying.Of(File.Connection, tables, Past);
        File.Mark();
        if (!(await _workshop.Release.UpAsync(File, link.Entry.Version, cancel).ConfigureAwait(false)).Done)
        {
            return null;
        }

        var (was, now) = (SchemaState.Read(File.Before), SchemaState.Read(File.Connection));
        var demands = new NewDemands(File.Before, was, File.Connection, now, new(was, now, link)).Find();
        if (demands.Count == 0)
        {
            return null;
        }

        Continue(before);
        var unmet = Foresee(demands);
        var (result, stands) = await RoundAsync(link, Manner.Together, cancel).ConfigureAwait(false);
        return stands && !result.Failed ? Told(link, result, unmet) : unmet.Count == 0 ? null : await WithoutAsync(link, unmet, tables, before, cancel).ConfigureAwait(false);
    }

    // A table whose rows all had to go was proved empty.
    private Result Told(Link link, Result result, IReadOnlyList<Unmet> unmet) => unmet.Where(u => u.Emptied).ToList() is { Count: > 0 } emptied
        ? new(result.Proof with { ProvedEmpty = emptied.Select(u => u.Table).ToItems() }, result.Faults.Concat(emptied.Select(new Faults(link, _workshop.Written).NotForeseen)).ToItems())
        : result;

    private async Task<Result?> WithoutAsync(Link link, IReadOnlyList<Unmet> unmet, IReadOnlyList<string> tables, string before, CancellationToken cancel)
    {
        Continue(before);
        Emptying.Of(File.Connection, tables, Past);
        var (empty, stands) = await RoundAsync(link, Manner.Never, cancel).ConfigureAwait(false);
        var faults = new Faults(link, _workshop.Written);
        return stands && !empty.Failed
            ? new(empty.Proof with { ProvedEmpty = unmet.Select(u => u.Table).Distinct().ToItems() }, empty.Faults.Concat(unmet.Select(faults.NotForeseen)).ToItems())
            : null;
    }

    private IReadOnlyList<string> Named(Link link) =>
        [.. SchemaState.Read(File.Connection).Tables.Select(t => t.Name).Where(t => link.Entry.Tables.Contains(t, AsciiComparer.IgnoreCase) || link.Up.Any(s => Words.Contains(s.Text, t)))];

    // What does not hold here may hold where the rows are that could not be written.
    private static Result Doubted(Result failed, Gap gap) => failed with
    {
        Faults = failed.Faults.Where(f => f.Severity != Severity.Error).ToItems(),
        Behind = gap.Version,
        Proof = failed.Proof with
        {
            Up = failed.Proof.Up == ProofState.Failed ? ProofState.NotProved : failed.Proof.Up,
            Down = failed.Proof.Down == ProofState.Failed ? ProofState.NotProved : failed.Proof.Down,
            Why = $"it depends on '{gap.Name}', which is not as '{gap.Class}' before it would leave it",
        },
    };

    // Nothing is said of it but that: where the cause lies is told there.
    private async Task<Result> BehindAsync(Link link, Gap gap, CancellationToken cancel)
    {
        await RemainAsync(link, gap, cancel).ConfigureAwait(false);
        return new(Unproved(link, $"it needs '{gap.Name}', which is not as '{gap.Class}' before it would leave it"), Items<Fault>.Empty) { Behind = gap.Version };
    }

    private async Task<Result> AsideAsync(Link link, string why, CancellationToken cancel)
    {
        await RemainAsync(link, null, cancel).ConfigureAwait(false);
        return new(Unproved(link, why), Items.Of(new Faults(link, _workshop.Written).NotProved(why)));
    }

    private async Task RemainAsync(Link link, Gap? behind, CancellationToken cancel)
    {
        var before = place.Next();
        File.Settle();
        System.IO.File.Copy(File.Path, before);
        var gaps = await new Remains(_workshop, link, () => File).ApplyAsync(() => Continue(before), behind is not null, cancel).ConfigureAwait(false);
        Past = Past.With(gaps.Select(g => behind is null ? g : g with { Version = behind.Version, Class = behind.Class }));
        System.IO.File.Delete(before);
        Refill();
    }

    private static MigrationProof Unproved(Link link, string? why) => new(link.Entry.Version, link.Entry.Class) { Up = ProofState.NotProved, Down = ProofState.NotProved, Why = why };

    private Result Emptied(Link link, Result full, Result empty)
    {
        var touched = story.NewTables.Where(t => link.Entry.Tables.Contains(t, AsciiComparer.IgnoreCase)).ToList();
        var tables = touched.Count > 0 ? touched : story.NewTables;
        var fault = new Faults(link, _workshop.Written).OnlyEmpty(tables, full.Faults.First(f => f.Severity == Severity.Error));
        return new(empty.Proof with { ProvedEmpty = tables.ToItems() }, empty.Faults.Add(fault)) { LookedAtReleases = true };
    }

    // A round that went well fills what it wrote; behind another one later migrations need rows no less.
    private void Refill()
    {
        var tables = SchemaState.Read(File.Connection).Tables.Select(t => t.Name).ToList();
        var bare = tables.Where(t => File.Connection.Number($"SELECT count(*) FROM (SELECT 1 FROM {Quoted.Name(t)} LIMIT {_workshop.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture)})") < _workshop.Rows);
        new RowWriter(File.Connection, _workshop.Samples, story.After).Fill(bare.ToList(), _workshop.Rows, 0);
    }

    // Each round's journal is complete in itself; a long one would only make the next rounds slower. What is applied, VersionInfo says.
    private void Forget()
    {
        // Nobody goes further back than one round, so what earlier ones keep is of no use any more.
        foreach (var kept in File.Connection.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'migrations~_kept~_%' ESCAPE '~'", r => r.GetString(0)))
        {
            File.Connection.Execute("DROP TABLE " + Quoted.Name(kept));
        }

        foreach (var table in Journal.Where(t => File.Connection.Number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = @p0", t) > 0))
        {
            File.Connection.Execute("DELETE FROM " + Quoted.Name(table));
        }
    }
}
