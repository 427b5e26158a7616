using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Releases;
using Migrations.Build.Model.Rules;
using Migrations.Build.Model.Rules.Toolchain;

namespace Migrations.Build.Builder.Building;

/// <summary>Brings together what the reader and the renderer found, as the rule book does with what its rules find.</summary>
internal static class Judgement
{
    // Without these a bundle would lie about what a migration does, released or not.
    private static readonly string[] Unforgivable =
    [
        AssemblyUnreadable.Rule.Id, MigrationThrows.Rule.Id, OperationIncomplete.Rule.Id, ScriptNotFound.Rule.Id, CodeTimedOut.Rule.Id, CodeCapturesState.Rule.Id, CodeNotAwaited.Rule.Id,
    ];

    /// <summary>Every finding, with the acceptance that silences it.</summary>
    public static Items<Finding> Of(History history, Items<DatabaseTarget> targets, ReleasesFile? releases, DateTime today, IEnumerable<Finding> found) =>
        Accepting.Mark(Merge(found.Select(f => Forgive(f, releases)), targets), history.Migrations, today);

    /// <summary>Whether the reader found something without which there can be no bundle.</summary>
    public static bool IsUnforgivable(Finding finding) => Unforgivable.Contains(finding.Rule, StringComparer.Ordinal);

    /// <summary>Whether the project has no say in how severe a finding is: a new migration that cannot be read or rendered makes no bundle.</summary>
    public static bool IsFirm(Finding finding) => (IsUnforgivable(finding) || finding.Rule == LostInRendering.Rule.Id)
        && (finding.Severity ?? RuleBook.Find(finding.Rule)!.Severity) == Severity.Error;

    // What was released ran already: it is worth a note and no more.
    private static Finding Forgive(Finding finding, ReleasesFile? releases) =>
        finding.Version == 0 || releases?.Find(finding.Version) is null || IsUnforgivable(finding) ? finding : finding with { Severity = Severity.Info };

    private static IEnumerable<Finding> Merge(IEnumerable<Finding> findings, Items<DatabaseTarget> targets) =>
        from finding in findings
        group finding.Databases by finding with { Databases = Items<DatabaseKind>.Empty } into alike
        let databases = alike.SelectMany(d => d).Distinct().Order().ToItems()
        select alike.Key with { Databases = databases.Count == targets.Count ? Items<DatabaseKind>.Empty : databases };
}
