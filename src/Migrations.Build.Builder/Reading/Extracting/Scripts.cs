using FluentMigrator;
using Migrations.Build.Builder.Reading.Code;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migration = Migrations.Build.Model.Histories.Migration;

namespace Migrations.Build.Builder.Reading.Extracting;

/// <summary>Brings together what a migration does on several databases.</summary>
internal static class Scripts
{
    /// <summary>The migration with a script for each group of databases on which it does the same.</summary>
    public static Migration AddTo(Extraction read, Items<DatabaseTarget> targets)
    {
        var scripts = new List<Script>();
        for (var i = 0; i < targets.Count; i++)
        {
            var script = For(read.Candidate.Type, targets[i].Kind, read.Ups[i], read.Downs[i]);
            var at = scripts.FindIndex(s => DoesTheSame(s, script));
            if (at < 0)
            {
                scripts.Add(script);
            }
            else
            {
                scripts[at] = scripts[at] with { Databases = scripts[at].Databases.Add(targets[i].Kind) };
            }
        }

        var migration = read.Candidate.Migration with { Scripts = scripts.ToItems() };
        return migration.IsRead ? migration : migration with { CodeHash = CodeDigest.Of(read.Candidate.Type) };
    }

    /// <summary>What is wrong with a migration: what is found alike on several databases once, with those databases unless it is all.</summary>
    public static IEnumerable<Finding> Findings(Extraction read, Items<DatabaseTarget> targets)
    {
        var found = targets.SelectMany((t, i) => read.Ups[i].Findings.Concat(read.Downs[i].Findings).Select(f => (Finding: f, t.Kind)));
        foreach (var alike in found.GroupBy(f => f.Finding, f => f.Kind))
        {
            var kinds = alike.Distinct().ToItems();
            yield return kinds.Count == targets.Count ? alike.Key : alike.Key with { Databases = kinds };
        }
    }

    private static Script For(Type type, DatabaseKind database, Passage up, Passage down)
    {
        var (ups, downs) = (Received.On(database, up.Steps), Received.On(database, down.Steps));
        var unreadable = KindOf(type, down) == DownKind.Unreadable;
        return new(Items.Of(database), ups, unreadable ? Items<Step>.Empty : downs)
        {
            DownKind = KindOf(type, down),
            DownProblem = unreadable ? "it cannot be read"
                : down.Irreversible is { } operation ? $"FluentMigrator cannot reverse '{operation}'"
                : down.Thrown is { } thrown && !IsForwardOnly(type) ? ThrownText.Of(thrown) : null,
            UpAssumptions = up.Assumptions,
            DownAssumptions = down.Assumptions,
        };
    }

    private static DownKind KindOf(Type type, Passage down) => down switch
    {
        _ when IsForwardOnly(type) => DownKind.ForwardOnly,
        { Irreversible: not null } => DownKind.Irreversible,
        { Thrown: not null } => DownKind.Throws,
        { Findings.Count: > 0 } => DownKind.Unreadable,
        _ when typeof(AutoReversingMigration).IsAssignableFrom(type) => DownKind.Reversed,
        { Steps.Count: 0 } => DownKind.Empty,
        _ => DownKind.Written,
    };

    private static bool IsForwardOnly(Type type) => typeof(ForwardOnlyMigration).IsAssignableFrom(type);

    // Places are no part of what a migration does.
    private static bool DoesTheSame(Script a, Script b) =>
        a.DownKind == b.DownKind
        && a.DownProblem == b.DownProblem
        && a.UpAssumptions.Equals(b.UpAssumptions)
        && a.DownAssumptions.Equals(b.DownAssumptions)
        && Same(a.Up, b.Up)
        && Same(a.Down, b.Down);

    private static bool Same(Items<Step> a, Items<Step> b) => a.Equals(b) || a.Select(s => s.Operation).SequenceEqual(b.Select(s => s.Operation));
}
