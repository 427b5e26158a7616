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
    private readonly Lazy<FileReading[]> _files;
    private readonly Lazy<IReadOnlyList<(SyntaxTree Tree, MigrationDraft Draft)>> _drafts;
    private readonly Lazy<HistoryPass> _pass;
    private readonly Lazy<ILookup<(long Version, string? Class), Finding>> _about;
    private readonly Lazy<ILookup<string?, Finding>> _others;
    private readonly object _folding = new();
    private readonly List<Folded> _folded = [];

    public ProjectHistory(Compilation compilation, KnownSymbols known, Settings settings, CancellationToken cancel)
    {
        (_compilation, _known, _settings) = (compilation, known, settings);
        _files = new(() => Read(cancel));
        _drafts = new(Order);
        _pass = new(Look);
        var found = new Lazy<ILookup<bool, Finding>>(Found);
        _about = new(() => found.Value[true].ToLookup(f => (f.Version, f.Class)));
        _others = new(() => found.Value[false].ToLookup(f => f.Place?.File));
    }

    /// <summary>What the rules find in the migrations of a file.</summary>
    public IEnumerable<Finding> Check(SyntaxTree tree)
    {
        var drafts = _drafts.Value;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Tree == tree)
            {
                foreach (var finding in Check(i, drafts[i].Draft.Facts))
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in _others.Value[tree.FilePath])
        {
            yield return finding;
        }
    }

    /// <summary>The versions of the migrations that run once.</summary>
    public IEnumerable<long> Versions => _pass.Value.Outline.Versioned.Select(m => m.Version);

    /// <summary>What a migration does on each of the project's databases.</summary>
    public IEnumerable<Pass> Passes(Folded folded) => folded.Before.Select(s => s.Enter(folded.Migration, _pass.Value.Whole)).OfType<Pass>();

    private Items<Finding> Check(int index, Migration facts)
    {
        var about = _about.Value[(facts.Version, facts.Class)];
        if (!_pass.Value.IsUnreleased(facts))
        {
            return RuleBook.Check(facts, [], _pass.Value, about);
        }

        var folded = Fold(index);
        var found = RuleBook.Check(folded.Migration, folded.Before, _pass.Value, about);
        return CoverageLow.Of(folded.Migration, _settings.Targets) is { } coverage ? found.Add(coverage) : found;
    }

    /// <summary>A migration of a file in its place in the history; null where the file has none of that name, or it is none that runs once.</summary>
    public Folded? Find(SyntaxTree tree, string fullName)
    {
        var drafts = _drafts.Value;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Tree == tree && drafts[i].Draft.Facts is { Kind: MigrationKind.Versioned } facts && facts.FullName == fullName)
            {
                return Fold(i);
            }
        }

        return null;
    }

    private HistoryPass Look() => new()
    {
        Outline = new(_drafts.Value.Select(d => d.Draft.Facts).ToItems()) { PassedOver = Overlooked() },
        Whole = new(() => new(_drafts.Value.Select((_, i) => Fold(i).Migration).ToItems())),
        Targets = _settings.Targets,
        Releases = _settings.Releases,
        Today = _settings.Today,
    };

    // What is found about a class that does not run, or not as this version, stands at its place and is settled with nothing else.
    private ILookup<bool, Finding> Found()
    {
        var found = RuleBook.CheckHistory(_pass.Value).ToArray();
        var running = new HashSet<(long, string?)>(found.Length == 0 ? [] : _drafts.Value.Select(d => (d.Draft.Facts.Version, (string?)d.Draft.Facts.Class)));
        return found.ToLookup(f => f.Rule != Unreachable.Rule.Id && running.Contains((f.Version, f.Class)));
    }

    private Items<PassedOver> Overlooked()
    {
        var bases = new HashSet<string>(_files.Value.SelectMany(f => f.Bases), StringComparer.Ordinal);
        return _files.Value.SelectMany(f => f.Overlooked).Where(o => o.UnlessBaseOf is null || !bases.Contains(o.UnlessBaseOf)).Select(o => o.Class).ToItems();
    }

    private FileReading[] Read(CancellationToken cancel)
    {
        var references = _compilation.References.Aggregate(17, (hash, r) => unchecked((hash * 31) + RuntimeHelpers.GetHashCode(r)));
        var trees = _compilation.SyntaxTrees.ToArray();
        var read = new FileReading[trees.Length];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancel }, i => read[i] = FileReading.Of(trees[i], _compilation, _known, references, cancel));
        return read;
    }

    private IReadOnlyList<(SyntaxTree Tree, MigrationDraft Draft)> Order() => _compilation.SyntaxTrees
        .SelectMany((tree, i) => _files.Value[i].Drafts.Select(d => (Tree: tree, Draft: d))).Where(d => d.Draft.HasVersion)
        .OrderBy(d => d.Draft.Facts.Kind).ThenBy(d => d.Draft.Facts.Version).ThenBy(d => d.Draft.Facts.FullName, StringComparer.Ordinal)
        .ToArray();

    private Folded Fold(int index)
    {
        lock (_folding)
        {
            var key = _settings.Key;
            while (_folded.Count <= index)
            {
                var draft = _drafts.Value[_folded.Count].Draft;
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
}
