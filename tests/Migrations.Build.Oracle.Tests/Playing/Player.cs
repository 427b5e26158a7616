using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Oracle.Tests.Making;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;
using Migrations.Build.Runner;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.RollingBack;

namespace Migrations.Build.Oracle.Tests.Playing;

/// <summary>Lets a story happen on a database, and compares what the product says with what SQLite says.</summary>
internal sealed class Player : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oracle-");
    private readonly Story _story;
    private readonly MigrationBundle _bundle;
    private readonly RunSettings _settings;
    private readonly string _file;
    private readonly Dictionary<int, Expected> _expected = [];
    private readonly List<Happening> _played = [];
    private int _now = 1;
    private (int From, int To) _last = (0, 1);
    private bool _wasUndone;

    private Player(Story story, MigrationBundle bundle)
    {
        (_story, _bundle, _file) = (story, bundle, Path.Combine(_folder.FullName, "app.db"));
        _settings = new(DatabaseKind.Sqlite, $"Data Source={_file};Pooling=False") { By = "oracle" };
    }

    public Tally Tally { get; } = new();

    public static async Task<(Story Story, Failure? Failure, Tally Tally)> PlayAsync(Story story)
    {
        var build = await Build.OfAsync(story).ConfigureAwait(false);
        if (build.Errors.Count > 0)
        {
            var (failure, tally) = Refusals.Judge(story, build);
            return (story, failure, tally);
        }

        using var player = new Player(story, build.Bundle!);
        build.Rules.Select(r => r.Rule).Distinct().ToList().ForEach(r => player.Tally.Count("silenced " + r));
        var found = await player.PlayAsync().ConfigureAwait(false);
        return (story with { Happenings = [.. player._played] }, found, player.Tally);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Failure?> PlayAsync()
    {
        var first = await Apply.RunAsync(_bundle, _settings, new() { To = 1 }, default).ConfigureAwait(false);
        if (first.Code != ExitCode.Done)
        {
            return Refusals.FirstIs(first, _story);
        }

        using (var connection = Sqlite.Open(_file))
        {
            _story.Data.ToList().ForEach(s => Sqlite.Try(connection, s));
        }

        foreach (var happening in _story.Happenings)
        {
            var found = happening switch
            {
                Applied applied => await ApplyAsync(applied).ConfigureAwait(false),
                RolledBack rolledBack => await RollBackAsync(rolledBack).ConfigureAwait(false),
                Edited edited => Edit(edited),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private Failure? Edit(Edited edited)
    {
        var before = Snapshot.Of(_file);
        if ((edited.Sql ?? EditMaker.Make(edited.Number, before)) is not { } sql)
        {
            return null;
        }

        using var connection = Sqlite.Open(_file);
        if (Sqlite.Try(connection, "PRAGMA foreign_keys = ON; " + sql) is not null)
        {
            return null;
        }

        _played.Add(edited with { Sql = sql });
        var after = Snapshot.Of(connection);
        foreach (var (version, expected) in _expected)
        {
            expected.Edit(before, after, Names(version));
        }

        return null;
    }

    private async Task<Failure?> ApplyAsync(Applied asked)
    {
        var to = Math.Min(Math.Min(asked.To, _story.Migrations.Count + 1), _wasUndone ? _now + 1 : int.MaxValue);
        if (to <= _now)
        {
            return null;
        }

        _played.Add(new Applied(to));
        var before = Snapshot.Of(_file);
        var (plain, refused) = PlainUp(before, to);
        var outcome = await Apply.RunAsync(_bundle, _settings, new() { To = to, AllowBreaking = true }, default).ConfigureAwait(false);
        var after = Snapshot.Of(_file);
        Tally.Exit("apply", outcome);
        if (outcome.Code != ExitCode.Done)
        {
            var whole = Enumerable.Range(_now + 1, to - _now).All(IsWhole);
            // What cannot be undone stays applied.
            _last = (_now, Sqlite.Version(_file));
            _now = _last.To;
            Clear(_now);
            return refused is null ? Failures.Refused("apply", outcome)
                : whole ? Failures.Differs(before, after, $"after apply ended with {outcome.Code}, ")
                : null;
        }

        (_last, _now) = ((_now, to), to);
        return refused is not null ? new("apply did what plain statements cannot", refused)
            : _wasUndone ? null
            : Failures.Differs(plain!, after, "after apply, against plain statements, ");
    }

    // What is there at each version on the way is what a rollback to it has to bring back.
    private (Snapshot? Plain, string? Refused) PlainUp(Snapshot before, int to)
    {
        var (copy, at) = (Plain.Copy(_file, "plain.db"), before);
        for (var version = _now + 1; version <= to; version++)
        {
            _expected[version - 1] = new(at);
            if (Plain.Run(copy, _bundle, version, Direction.Up) is { } refused)
            {
                return (null, refused);
            }

            at = Snapshot.Of(copy);
        }

        return (at, null);
    }

    private async Task<Failure?> RollBackAsync(RolledBack asked)
    {
        var to = asked switch
        {
            { To: { } version } => Math.Min(version, _now),
            { Steps: { } steps } => Math.Max(1, _now - steps),
            _ => Math.Max(1, Math.Min(_last.From, _now)),
        };
        if ((to == _now && asked is not { To: null, Steps: null }) || (asked is { To: null, Steps: null } && _last.From == 0))
        {
            return null;
        }

        _played.Add(asked.Steps is { } ? asked with { Steps = _now - to } : asked.To is { } ? asked with { To = to } : asked);
        var before = Snapshot.Of(_file);
        var plain = PlainDown(to);
        var options = asked switch
        {
            { To: { } } => new RollbackOptions { To = to },
            { Steps: { } } => new RollbackOptions { Steps = _now - to },
            _ => new RollbackOptions { LastDeployment = true },
        };
        var outcome = await Rollback.RunAsync(_bundle, _settings, options, default).ConfigureAwait(false);
        Tally.Exit("rollback", outcome);
        var crossed = Enumerable.Range(to + 1, _now - to).ToList();
        return Judge(outcome, to, crossed, before, plain);
    }

    private Failure? Judge(RollbackOutcome outcome, int to, List<int> crossed, Snapshot before, (Snapshot? State, string? Refused) plain)
    {
        var after = Snapshot.Of(_file);
        if (crossed.Count == 0)
        {
            return outcome.Code != ExitCode.Done ? Failures.Refused("rollback of nothing", outcome) : Failures.Differs(before, after, "after a rollback of nothing, ");
        }

        var expected = _expected[to];
        if (outcome.Code != ExitCode.Done)
        {
            var at = Sqlite.Version(_file);
            var since = at == _now ? Failures.Differs(before, after, $"after rollback ended with {outcome.Code}, ") : null;
            Clear(to = at);
            _now = at;
            _wasUndone = true;
            return since ?? (crossed.Exists(v => Claim(v) is Reversibility.ForwardOnly or Reversibility.LosesData) || (expected.IsEdited && plain.Refused is not null) ? null : Failures.Refused("rollback", outcome));
        }

        crossed.ForEach(v => Tally.Claim(Claim(v)));
        var whole = crossed.TrueForAll(IsWhole);
        Clear(to);
        (_now, _wasUndone) = (to, true);
        return whole ? Failures.Restored(expected, after, plain.State, outcome, string.Join(", ", crossed.Select(v => $"{v} {Claim(v)}"))) : null;
    }

    private (Snapshot? State, string? Refused) PlainDown(int to)
    {
        var copy = Plain.Copy(_file, "plain.db");
        for (var version = _now; version > to; version--)
        {
            if (Plain.Run(copy, _bundle, version, Direction.Down) is { } refused)
            {
                return (null, refused);
            }
        }

        return (Snapshot.Of(copy), null);
    }

    private void Clear(int from) => _expected.Keys.Where(v => v >= from).ToList().ForEach(v => _expected.Remove(v));

    private Names Names(int since) => new(Enumerable.Range(since + 1, Math.Max(0, _now - since)).SelectMany(v => _story.Migrations[v - 2].Changes).Select(c => c.Renames).OfType<Rename>());

    private Reversibility Claim(int version) => _bundle.Find(version)!.ReversibilityOn(DatabaseKind.Sqlite);

    private bool IsWhole(int version) => Claim(version) is Reversibility.Reversible or Reversibility.KeepsData;
}
