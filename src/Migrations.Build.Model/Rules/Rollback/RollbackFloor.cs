using System.Globalization;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;

namespace Migrations.Build.Model.Rules.Rollback;

/// <summary>A migration is the last one that no rollback passes.</summary>
public static class RollbackFloor
{
    /// <summary>The rule: the class, and its version.</summary>
    public static Rule Rule { get; } = new("MIG0114", nameof(RollbackFloor))
    {
        Title = "No rollback goes past this migration",
        Message = "No rollback goes past migration '{0}', which is forward only. "
            + "Once it is applied, no release without it can be had back by rolling back: version {1} is as far as it goes. "
            + "Ship it by itself, so that what comes with it can still be taken back.",
        Severity = Severity.Info,
        Check = Check,
    };

    // Of several the last one is the floor.
    private static IEnumerable<Finding> Check(Pass pass)
    {
        if (IsFloor(pass.Migration, pass.Target.Kind) && !pass.History.Versioned.Any(m => m.Version > pass.Migration.Version && IsFloor(m, pass.Target.Kind)))
        {
            yield return pass.Find(Rule.Id, pass.Migration.Place, pass.Migration.Class, pass.Migration.Version.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool IsFloor(Migration migration, DatabaseKind database) =>
        migration.For(database) is { Up.Count: > 0 } script && (migration.ForwardOnly is not null || script.DownKind == DownKind.ForwardOnly);
}
