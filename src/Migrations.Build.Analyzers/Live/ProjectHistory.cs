using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Migrations.Build.Analyzers.Reading.Migrations;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Governance;
using Migrations.Build.Model.Rules.Ordering;

namespace Migrations.Build.Analyzers.Live;

/// <summary>
/// The history of a compilation, read when first asked for. What a file's migrations do, and where the history stands behind each of them,
/// is kept with the file's tree; after an edit only the edited file is read again, and the history is folded again from its first migration on.
/// </summary>
internal sealed class ProjectHistory
{
    private static readonly ConditionalWeakTable<MigrationDraft, Folded> Known = new();

    private readonly Compilation _compilation;
    private readonly KnownSymbols _known;
    private readonly Settings _settings;
    private readonly Once<FileReading[]> _files;
    private readonly Once<IReadOnlyList<(SyntaxTree Tree, MigrationDraft Draft)>> _drafts;
    private readonly Once<HistoryPass> _pass;
    private readonly Once<HistoryFindings> _found;
    private readonly object _folding = new();
    private readonly List<Folded> _folded = [];

    public ProjectHistory(Compilation compilation, KnownSymbols known, Settings settings)
    {
        (_compilation, _known, _settings) = (compilation, known, settings);
        _files = new(Read);
        _drafts = new(Order);
        _pass = new(Look);
        _found = new(Find);
    }

    /// <summary>What the rules find in the migrations of a file.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer wants to know; the next one is answered all the same.</exception>
    public IEnumerable<Finding> Check(SyntaxTree tree, CancellationToken cancel)
    {
        var drafts = _drafts.Value(cancel);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Tree == tree)
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var finding in Check(i, drafts[i].Draft.Facts, cancel))
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in _found.Value(cancel).Elsewhere[tree.FilePath])
        {
            yield return finding;
        }
    }

    /// <summary>The versions of the migrations that run once.</summary>
    public IEnumerable<long> Versions(CancellationToken cancel) => _pass.Value(cancel).Outline.Versioned.Select(m => m.Version);

    /// <summary>The history, as it is read here.</summary>
    public History Whole(CancellationToken cancel) => _pass.Value(cancel).Whole.Value;

    /// <summary>What a migration does on each of the project's databases.</summary>
    public IEnumerable<Pass> Passes(Folded folded, CancellationToken cancel)
    {
        var whole = _pass.Value(cancel).Whole;
        return folded.Before.Select(s => s.Enter(folded.Migration, whole)).OfType<Pass>();
    }

    private Items<Finding> Check(int index, Migration facts, CancellationToken cancel)
    {
        var about = _found.Value(cancel).About[(facts.Version, facts.Class)];
        var pass = _pass.Value(cancel);
        if (!pass.IsUnreleased(facts))
        {
            return RuleBook.Check(facts, [], pass, about);
        }

        var folded = Fold(index, cancel);
        var found = RuleBook.Check(folded.Migration, folded.Before, pass, about);
        return CoverageLow.Of(folded.Migration, _settings.Targets) is { } coverage ? found.Add(coverage) : found;
    }

    /// <summary>A migration of a file in its place in the history; null where the file has none of that name, or it is none that runs once.</summary>
    public Folded? Find(SyntaxTree tree, string fullName, CancellationToken cancel)
    {
        var drafts = _drafts.Value(cancel);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Tree == tree && drafts[i].Draft.Facts is { Kind: MigrationKind.Versioned } facts && facts.FullName == fullName)
            {
                return Fold(i, cancel);
            }
        }

        return null;
    }

    // The pass outlives the request that made it, so what it makes later hears no request's cancellation.
    private HistoryPass Look(CancellationToken cancel)
    {
        var drafts = _drafts.Value(cancel);
        return new()
        {
            Outline = new(drafts.Select(d => d.Draft.Facts).ToItems()) { PassedOver = Overlooked(cancel) },
            Whole = new(() => new(drafts.Select((_, i) => Fold(i, CancellationToken.None).Migration).ToItems())),
            Targets = _settings.Targets,
            Releases = _settings.Releases,
            Today = _settings.Today,
        };
    }

    // What is found about a class that does not run, or not as this version, stands at its place and is settled with nothing else.
    private HistoryFindings Find(CancellationToken cancel)
    {
        var found = RuleBook.CheckHistory(_pass.Value(cancel)).ToArray();
        var running = new HashSet<(long, string?)>(found.Length == 0 ? [] : _drafts.Value(cancel).Select(d => (d.Draft.Facts.Version, (string?)d.Draft.Facts.Class)));
        var byRunning = found.ToLookup(f => f.Rule != Unreachable.Rule.Id && running.Contains((f.Version, f.Class)));
        return new(byRunning[true].ToLookup(f => (f.Version, f.Class)), byRunning[false].ToLookup(f => f.Place?.File));
    }

    private Items<PassedOver> Overlooked(CancellationToken cancel)
    {
        var files = _files.Value(cancel);
        var bases = new HashSet<string>(files.SelectMany(f => f.Bases), StringComparer.Ordinal);
        return files.SelectMany(f => f.Overlooked).Where(o => o.UnlessBaseOf is null || !bases.Contains(o.UnlessBaseOf)).Select(o => o.Class).ToItems();
    }

    private FileReading[] Read(CancellationToken cancel)
    {
        var references = _compilation.References.Aggregate(17, (hash, r) => unchecked((hash * 31) + RuntimeHelpers.GetHashCode(r)));
        var trees = _compilation.SyntaxTrees.ToArray();
        var read = new FileReading[trees.Length];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = FileReading.Of(trees[i], _compilation, _known, references, cancel));
        return read;
    }

    private IReadOnlyList<(SyntaxTree Tree, MigrationDraft Draft)> Order(CancellationToken cancel)
    {
        var files = _files.Value(cancel);
        return _compilation.SyntaxTrees
            .SelectMany((tree, i) => files[i].Drafts.Select(d => (Tree: tree, Draft: d))).Where(d => d.Draft.HasVersion)
            .OrderBy(d => d.Draft.Facts.Kind).ThenBy(d => d.Draft.Facts.Version).ThenBy(d => d.Draft.Facts.FullName, StringComparer.Ordinal)
            .ToArray();
    }

    private Folded Fold(int index, CancellationToken cancel)
    {
        var drafts = _drafts.Value(cancel);
        lock (_folding)
        {
            var key = _settings.Key;
            while (_folded.Count <= index)
            {
                cancel.ThrowIfCancellationRequested();
                var draft = drafts[_folded.Count].Draft;
                var before = _folded.Count > 0 ? _folded[_folded.Count - 1] : null;
                if (!Known.TryGetValue(draft, out var folded) || !folded.Holds(before, key))
                {
                    folded = Fold(draft, before, key, folded);
                    Known.Remove(draft);
                    folded = Known.GetValue(draft, _ => folded);
                }

                _folded.Add(folded);
            }

            return _folded[index];
        }
    }

    // What a migration does is the same behind another predecessor, unless it asks for what that one leaves.
    private Folded Fold(MigrationDraft draft, Folded? before, string key, Folded? once)
    {
        var at = before?.After ?? _settings.Targets.Select(Standing.Begin).ToItems();
        var migration = once is not null && once.Settings == key && !draft.AsksSchema ? once.Migration : MigrationWriter.Write(
            draft,
            _settings.Targets,
            _settings.Scripts,
            i => at[i].Schema,
            (i, up) => Model.Folding.Fold.Trace(at[i].Schema, up, draft.Facts.Touches).After);
        var after = draft.Facts.Kind == MigrationKind.Versioned ? at.Select(s => s.After(migration, _settings.Releases)).ToItems() : at;
        return new(before, key, migration, at, after);
    }

    private sealed record HistoryFindings(ILookup<(long Version, string? Class), Finding> About, ILookup<string?, Finding> Elsewhere);
}
