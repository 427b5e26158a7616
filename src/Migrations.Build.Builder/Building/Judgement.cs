using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Model.Rules.Types;

namespace Migrations.Build.Builder.Building;

/// <summary>Brings together what the reader and the renderer found, as the rule book does with what its rules find.</summary>
internal static class Judgement
{
    // Without these a bundle would lie about what a migration does.
    private static readonly string[] Unread =
    [
        AssemblyUnreadable.Rule.Id, MigrationThrows.Rule.Id, OperationIncomplete.Rule.Id, ScriptNotFound.Rule.Id, CodeTimedOut.Rule.Id, CodeCapturesState.Rule.Id, CodeNotAwaited.Rule.Id,
    ];

    /// <summary>Every finding, with the acceptance that silences it.</summary>
    public static Items<Finding> Of(History history, Items<DatabaseTarget> targets, ReleasesFile? releases, DateTime today, IEnumerable<Finding> found)
    {
        var marked = Accepting.Mark(Merge(found, targets), history.Migrations, today);
        return marked.Select(f => Forgive(IsFixed(f) ? f with { Accepted = null } : f, releases)).ToItems();
    }

    /// <summary>Whether the reader could not read something.</summary>
    public static bool IsUnread(Finding finding) => Unread.Contains(finding.Rule, StringComparer.Ordinal);

    /// <summary>Whether a database would not get what a migration says.</summary>
    public static bool IsUnrendered(Finding finding) => (finding.Rule == LostInRendering.Rule.Id || (finding.Rule == SqliteUnsupported.Rule.Id && finding.Severity is not null)) && IsError(finding);

    /// <summary>Whether it stays an error, whatever is said about its rule: without what it tells of there is nothing to put into a bundle.</summary>
    public static bool IsFixed(Finding finding) => IsError(finding) && (IsUnread(finding) || IsUnrendered(finding));

    /// <summary>Whether there can be no bundle because of it.</summary>
    public static bool Stops(Finding finding, ReleasesFile? releases) => IsFixed(Forgive(finding, releases));

    /// <summary>What is known to be wrong with a migration that was released all the same; null where that is nothing.</summary>
    public static KnownProblem? Problem(Finding finding) => IsUnread(finding) || IsUnrendered(finding) ? new(finding.Rule, FindingText.Of(finding with { Place = null })) : null;

    private static bool IsError(Finding finding) => (finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity) == Severity.Error;

    // What was released ran already: it is worth a note and no more. A profile, or what is done at a stage of each run, has no version to be
    // released by, and no release runs it by itself.
    private static Finding Forgive(Finding finding, ReleasesFile? releases) => finding switch
    {
        { Version: 0, Class: not null } when IsFixed(finding) => finding with { Severity = Severity.Warning },
        { Version: 0 } => finding,
        _ => releases?.Find(finding.Version) is null ? finding : finding with { Severity = Severity.Info },
    };

    private static IEnumerable<Finding> Merge(IEnumerable<Finding> findings, Items<DatabaseTarget> targets) =>
        from finding in findings
        group finding.Databases by finding with { Databases = Items<DatabaseKind>.Empty } into alike
        let databases = alike.SelectMany(d => d).Distinct().Order().ToItems()
        select alike.Key with { Databases = databases.Count == targets.Count ? Items<DatabaseKind>.Empty : databases };
}
