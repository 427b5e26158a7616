using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A late migration touches the table of a newer one.</summary>
public static class LateMigrationOverlaps
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9308", nameof(LateMigrationOverlaps))
    {
        Title = "A late migration touches the table of a newer one",
        Message = "Migration {0} '{1}' is older than applied migration {2} and touches the same table '{3}'. Nothing was changed, because its statements were made for the table as it was before. Give it a version above {2}.",
        Severity = Severity.Error,
    };
}
