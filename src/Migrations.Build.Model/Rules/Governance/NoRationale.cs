using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Governance;

/// <summary>A migration does not say why it exists. The summary stands only in the source; where that was not read, the rule is silent.</summary>
public static class NoRationale
{
    private const int Shortest = 10;

    /// <summary>The rule: the class.</summary>
    public static Rule Rule { get; } = new("MIG1201", nameof(NoRationale))
    {
        Title = "A migration does not say why it exists",
        Message = "Migration '{0}' says nowhere why it exists. "
            + "Who reviews it, or meets it in a plan or a journal years later, has to guess. "
            + "Say it with '[Rationale(\"why\")]', in the attribute's description, or in the summary of the class.",
        Severity = Severity.Info,
        CheckHistory = Check,
        IsNeverCertain = true,
    };

    private static IEnumerable<Finding> Check(HistoryPass pass) =>
        from migration in pass.Unreleased
        where migration.Summary is { } summary && string.IsNullOrWhiteSpace(summary) && !IsSaid(migration)
        select new Finding(Rule.Id, Items.Of(migration.Class)) { Version = migration.Version, Class = migration.Class, Place = migration.Place };

    private static bool IsSaid(Migration migration) =>
        !string.IsNullOrWhiteSpace(migration.Rationale?.Why) || migration.Description?.Trim().Length >= Shortest;
}
