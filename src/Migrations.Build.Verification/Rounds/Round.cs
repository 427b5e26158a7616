using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Digests;
using Migrations.Build.Verification.Proofs;
using Migrations.Build.Verification.Rows;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Up, Down and Up of one migration on a marked file, with everything compared in between.</summary>
internal sealed class Round(Workshop workshop, Link link, Story story, ScratchFile file, Manner manner)
{
    private readonly Faults _faults = new(link, workshop.Written);
    private readonly List<Fault> _found = [];
    private readonly List<LostData> _lost = [];
    private readonly HashSet<string> _compared = new(AsciiComparer.IgnoreCase);
    private readonly SchemaState _before = SchemaState.Read(file.Before);
    private Followers? _followers;
    private Moment? _last;
    private bool _following;
    private int _rowsCompared;
    private int _rowsFollowed;

    /// <summary>What was found wrong.</summary>
    public Items<Fault> Found => _found.ToItems();

    /// <summary>Whether Up ran, so that the next migration has something to stand on.</summary>
    public bool Applied { get; private set; }

    /// <summary>Whether something differed that rows of the round's own may have caused: only a round that writes them apart can tell.</summary>
    public bool IsUnclear => _followers is not null && manner == Manner.Together && _found.Exists(f => f.InDown);

    /// <summary>What has to be known of the past behind this migration, when it is applied.</summary>
    public Past Behind(Past past) => _last is null ? past : Writings.Behind(past, link, file, _before, _last, (table, now) => _followers?.Without(table, now) ?? now);

    /// <summary>Runs the round; afterwards the migration is applied, unless it failed.</summary>
    public async Task<MigrationProof> RunAsync(CancellationToken cancel)
    {
        var proof = new MigrationProof(link.Entry.Version, link.Entry.Class) { Up = ProofState.Failed, Down = ProofState.NotProved, Why = link.WhyNoDown, RanCode = link.HasCode };
        if (await UpAsync(cancel).ConfigureAwait(false) is not { } first)
        {
            return Unproved is { } why ? proof with { Up = ProofState.NotProved, Why = why } : proof;
        }

        _last = first = Changed(first);
        _found.AddRange(Soundness.Check(file.Connection, [.. first.Rows.Keys], _faults));
        var unsound = _found.Count > 0;
        if (link.WhyNoDown is null)
        {
            await BackAndForthAsync(first, cancel).ConfigureAwait(false);
        }

        if (Applied && !IsWrong && Unproved is null)
        {
            Fill(first);
        }

        return proof with
        {
            Up = unsound ? ProofState.Failed : ProofState.Proved,
            Why = Unproved ?? proof.Why,
            Down = link.WhyNoDown is not null || Unproved is not null ? ProofState.NotProved : IsWrong ? ProofState.Failed : ProofState.Proved,
            Tables = first.Rows.Keys.Concat(first.Forms.Keys).Distinct(AsciiComparer.IgnoreCase).Order(StringComparer.Ordinal).ToItems(),
            RowsCompared = _rowsCompared,
            RowsFollowed = _rowsFollowed,
            Schema = Sums.Of(first.Schema),
            Lost = _lost.ToItems(),
        };
    }

    // Why SQLite could not run a part of it that another engine may run.
    private string? Unproved => _found.Find(f => f.Rule == Faults.Unproved)?.Values[1];

    /// <summary>Whether rows of the round's own contradict what the migration expects, so that it could not go on to its end.</summary>
    public bool Disturbed { get; private set; }

    // Whether an expected outcome holds for rows that were made up for the round is no matter of Down.
    private bool IsDisturbed(Ran ran)
    {
        if (!_following || !Faults.IsUnexpected(ran))
        {
            return false;
        }

        (Disturbed, Applied) = (true, true);
        _found.Add(_faults.NotFollowed(link.Entry.Tables.Count > 0 ? link.Entry.Tables[0] : "", "no row was found that leaves what it expects as it is"));
        return true;
    }

    private bool IsWrong => _found.Exists(f => f.InDown && f.Severity == Severity.Error);

    private async Task<Moment?> UpAsync(CancellationToken cancel)
    {
        var up = await workshop.Release.UpAsync(file, link.Entry.Version, cancel).ConfigureAwait(false);
        Applied = up.Done;
        if (!up.Done)
        {
            _found.Add(_faults.Of(up, inDown: false));
            return null;
        }

        return Moment.Now(file, _before);
    }

    private async Task BackAndForthAsync(Moment first, CancellationToken cancel)
    {
        var names = new TableNames(_before, first.Schema, link);
        var kept = KeptTables.Of(_before, first, names, link);
        if (manner == Manner.Together || (manner != Manner.Never && kept.Count == 0))
        {
            // Where nothing is touched that the older schema has, they cannot disturb what is compared.
            _followers = Send(first.Rows, first, names, kept);
        }

        if (!await DownAsync(cancel).ConfigureAwait(false))
        {
            return;
        }

        Find(kept);
        if (!CompareBack(first, names, Moment.Now(file, _before)))
        {
            // What Down left wrong shows again in the second Up, and is told once; what is only odd must not stop it.
            Applied = IsWrong || await AgainAsync(cancel).ConfigureAwait(false);
            return;
        }

        if (await AgainAsync(cancel).ConfigureAwait(false) && CompareAgain(first) && manner == Manner.Apart && kept.Count > 0)
        {
            await FollowAsync(first, names, kept, cancel).ConfigureAwait(false);
        }
    }

    // SQLite moves a page of one table to make room for another: what has the same rows was not written.
    private Moment Changed(Moment first) => first with
    {
        Rows = first.Rows
            .Where(r => first.Forms.ContainsKey(r.Key) || Moment.Row(file.Before, r.Key) is not { } was || !RowComparer.Compare(was, r.Value).None)
            .ToDictionary(AsciiComparer.IgnoreCase),
    };

    private void Write(IEnumerable<string> tables, Func<string, LiveTable?> before)
    {
        var expected = link.Entry.Expectations.Where(e => e.When == ExpectationMoment.After && e.Database is null or DatabaseKind.Sqlite).Select(e => e.Query).ToList();
        var left = new RowWriter(file.Connection, workshop.Samples, story.After).Fill(tables, 0, Workshop.Few, new(file.Before, before, expected));
        foreach (var table in left.Where(u => u.Unexpected && !_found.Exists(f => f.Values.Contains(u.Why))))
        {
            _found.Add(_faults.NotFollowed(table.Table, table.Why));
        }
    }

    private async Task<bool> DownAsync(CancellationToken cancel)
    {
        var down = await workshop.Release.DownAsync(file, link.Previous, cancel).ConfigureAwait(false);
        if (!down.Done && IsDisturbed(down))
        {
            return false;
        }

        if (!down.Done)
        {
            _found.Add(_faults.Of(down, inDown: true));
        }
        else
        {
            _found.AddRange(LeftOvers.Of(file.Connection, link.Entry.Version, Direction.Up).Select(l => _faults.Rows(l.Table, l.What)));
        }

        return down.Done;
    }

    private bool CompareBack(Moment first, TableNames names, Moment back)
    {
        var differences = SchemaComparer.Compare(_before, n => TableForm.Read(file.Before, n), back.Schema, n => TableForm.Read(file.Connection, n));
        if (differences.Count > 0)
        {
            _found.Add(_faults.Schema(differences));
        }

        var judge = new RowJudge(names, first, _faults, link);
        foreach (var (table, now) in back.Rows)
        {
            if (Moment.Row(file.Before, table) is { } was)
            {
                judge.Judge(was, _followers is null ? now : _followers.Without(names.After(table) ?? table, now));
                _rowsCompared += _compared.Add(table) ? was.Rows.Count : 0;
            }
        }

        _lost.AddRange(judge.Lost);
        if (_lost.Count > 0)
        {
            _found.Add(_faults.Lost(_lost));
        }

        _found.AddRange(judge.Found);
        return differences.Count + judge.Found.Count == 0;
    }

    private async Task<bool> AgainAsync(CancellationToken cancel)
    {
        var again = await workshop.Release.UpAsync(file, link.Entry.Version, cancel).ConfigureAwait(false);
        Applied = again.Done;
        if (!again.Done && !IsDisturbed(again))
        {
            _found.Add(_faults.Again(["it fails, because " + _faults.Reason(again)]));
        }
        else if (_followers is not null && link.BringsBackWhatIsWritten)
        {
            _found.AddRange(LeftOvers.Of(file.Connection, link.Entry.Version, Direction.Down).Select(l => _faults.Rows(l.Table, l.What)));
            _found.AddRange(_followers.FindAgain(n => Moment.Row(file.Connection, n), _faults));
        }

        return again.Done;
    }

    private bool CompareAgain(Moment first)
    {
        var second = Moment.Now(file, _before);
        _last = second;
        var differences = SchemaComparer.Compare(first.Schema, n => first.Forms.GetValueOrDefault(n) ?? TableForm.Read(file.Before, n), second.Schema, n => TableForm.Read(file.Connection, n)).ToList();

        // What Up destroyed cannot be had twice; it is told as lost, and not again as a difference.
        if (_lost.Count == 0)
        {
            var loosely = Volatile.Is(link, second.Schema, second.Rows.Keys);
            differences.AddRange(second.Rows.SelectMany(r => SecondRows.Compare(first.Rows.GetValueOrDefault(r.Key) ?? Moment.Row(file.Before, r.Key), _followers is null ? r.Value : _followers.Without(r.Key, r.Value), Live.Table(file.Connection, r.Key), loosely)));
        }

        if (differences.Count > 0)
        {
            _found.Add(_faults.Again(differences));
        }

        return differences.Count == 0;
    }

    // Rows that the application writes after the release must outlive its undoing.
    private async Task FollowAsync(Moment first, TableNames names, IReadOnlyDictionary<string, string> kept, CancellationToken cancel)
    {
        var tables = kept.Keys.Concat(first.Rows.Keys).Distinct(AsciiComparer.IgnoreCase);
        (_followers, _following) = (Send(Moment.Read(file.Connection, tables), first, names, kept), true);
        if (await DownAsync(cancel).ConfigureAwait(false))
        {
            Find(kept);
            await AgainAsync(cancel).ConfigureAwait(false);
        }
    }

    // Triggers may write further rows: what is there now and was not before followed from ours.
    private Followers Send(IReadOnlyDictionary<string, RowSet> prior, Moment first, TableNames names, IReadOnlyDictionary<string, string> kept)
    {
        Write(kept.Keys.Concat(first.Rows.Keys).Distinct(AsciiComparer.IgnoreCase), n => kept.TryGetValue(n, out var old) ? Live.Table(file.Before, old) : null);
        return new(n => prior.GetValueOrDefault(n) ?? Moment.Row(file.Before, n), Moment.Now(file, _before).Rows, first, names, file.Before);
    }

    private void Find(IReadOnlyDictionary<string, string> kept)
    {
        foreach (var (became, old) in _followers is null ? new Dictionary<string, string>() : kept)
        {
            if (Moment.Row(file.Connection, old) is { } now)
            {
                _found.AddRange(_followers!.Find(became, old, now, _faults));
            }
        }

        _rowsFollowed = _followers?.Count ?? 0;
    }

    private void Fill(Moment first)
    {
        var tables = first.Rows.Keys.Where(t => first.Schema.Table(t) is not null);
        var unfilled = new RowWriter(file.Connection, workshop.Samples, story.After).Fill(tables, workshop.Rows, 0);
        _found.AddRange(unfilled.Where(u => _before.Table(u.Table) is null).Select(_faults.NoRows));
    }
}
