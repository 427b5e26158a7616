using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Kept data that a rollback needs is gone.</summary>
public static class KeptDataGone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9336", nameof(KeptDataGone))
    {
        Title = "Kept data that a rollback needs is gone",
        Message = "Migration {0} '{1}' cannot bring back what it destroyed in '{2}', because {3}. Nothing was changed. To undo it without these values, add '--allow-data-loss'; to have them, restore a backup.",
        Severity = Severity.Error,
    };
}
