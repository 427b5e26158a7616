using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Releases;

namespace Migrations.Build.Model.Rules;

/// <content>Asks the rules.</content>
public static partial class RuleBook
{
    /// <summary>
    /// What the rules find in a history: released migrations are not judged again, what is found alike on several databases is one finding,
    /// and what an <c>[Accept]</c> silences is marked.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="targets">The databases that the project ships to.</param>
    /// <param name="releases">What was released; null where no releases file says so.</param>
    /// <param name="today">The day on which acceptances are in force or not.</param>
    public static Items<Finding> Check(History history, Items<DatabaseTarget> targets, ReleasesFile? releases, DateTime today)
    {
        var pass = HistoryPass.Of(history, targets, releases, today);
        var read = new HashSet<(long, string)>(history.Versioned.TakeWhile(IsRead).Select(m => (m.Version, m.Class)));
        // What is found on one database does not depend on another.
        var found = new List<Finding>[targets.Count];
        Parallel.For(0, found.Length, i => found[i] = [.. Passes.Of(history, targets[i], releases).SelectMany(Check)]);
        var marked = Judge(pass, history.Migrations, m => read.Contains((m.Version, m.Class)), [.. found.SelectMany(f => f)], CheckHistory(pass, All));
        return releases is null && marked.Any(IsPressing) ? marked.Add(new Finding(Toolchain.NoReleasesFile.Rule.Id, Items<string>.Empty)) : marked;
    }

    /// <summary>
    /// What the rules find in one migration, given where the history stands before it on each database: the same as
    /// <see cref="Check(History, Items{DatabaseTarget}, ReleasesFile?, DateTime)"/> says of it.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="before">Where the history stands on each of the project's databases.</param>
    /// <param name="pass">The history as a whole.</param>
    /// <param name="about">What <see cref="CheckHistory"/> finds about the migration.</param>
    public static Items<Finding> Check(Migration migration, IReadOnlyList<Standing> before, HistoryPass pass, IEnumerable<Finding> about) =>
        Judge(pass, [migration], m => IsRead(m) && before.All(s => s.IsRead), [.. before.Select(s => s.Enter(migration, pass.Whole)).OfType<Pass>().SelectMany(Check)], about);

    /// <summary>What the rules about whole histories find of migrations, before one of them stands back for another.</summary>
    /// <param name="pass">The history.</param>
    public static IEnumerable<Finding> CheckHistory(HistoryPass pass) => CheckHistory(pass, All.Where(r => !r.IsAboutProject));

    /// <summary>What the rules find in released migrations that were rendered, so that they can be compared with what shipped.</summary>
    /// <param name="pass">The history, with hashes.</param>
    public static Items<Finding> CheckRendered(HistoryPass pass) =>
        Accepting.Mark(Merging.Sort(Merging.Merge(CheckHistory(pass, [Ordering.EditedAfterRelease.Rule, Ordering.HelperChanged.Rule]), pass.Targets)), pass.Outline.Migrations, pass.Today);

    private static IEnumerable<Finding> CheckHistory(HistoryPass pass, IEnumerable<Rule> rules) =>
        rules.SelectMany(r => (r.CheckHistory?.Invoke(pass) ?? []).Where(f => r.JudgesReleased || pass.Releases?.Find(f.Version) is null));

    private static IEnumerable<Finding> Check(Pass pass) => All.SelectMany(r => Check(r, pass));

    // A rule that fails must not hide what the others find.
    private static IReadOnlyList<Finding> Check(Rule rule, Pass pass)
    {
        try
        {
            return [.. rule.Check?.Invoke(pass) ?? []];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return [pass.Find(Toolchain.BuilderFailed.Rule.Id, pass.Migration.Place, $"rule {rule.Id} ends with {fault.GetType().Name}, {fault.Message}", pass.Migration.Class)];
        }
    }

    // That nothing was found says something only where every step so far could be read.
    private static Items<Finding> Judge(HistoryPass pass, IReadOnlyList<Migration> migrations, Func<Migration, bool> isRead, IReadOnlyList<Finding> found, IEnumerable<Finding> about)
    {
        var unreleased = migrations.Where(pass.IsUnreleased).ToArray();
        var settled = found.Concat(about).GroupBy(f => (f.Version, f.Class, f.Databases)).SelectMany(g => Settlement.Of([.. g]));
        var flags = Compatibility.BreakingFlagMismatch.Of(unreleased, isRead, found);
        var marked = Accepting.Mark(Merging.Sort(Merging.Merge(settled.Concat(flags), pass.Targets)), migrations, pass.Today);
        var unused = Accepting.Mark(Governance.UnusedSuppression.Of(unreleased.Where(isRead), marked, pass.Today), migrations, pass.Today);
        return unused.Count == 0 ? marked : Merging.Sort(marked.Concat(unused)).ToItems();
    }

    private static bool IsRead(Migration migration) => migration.Scripts.All(s => s.Up.Concat(s.Down).All(step => step.Operation is not Opaque));

    private static bool IsPressing(Finding finding) => finding.Accepted is null && (finding.Severity ?? Find(finding.Rule)!.Severity) > Severity.Info;
}
