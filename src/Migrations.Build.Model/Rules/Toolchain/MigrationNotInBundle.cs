using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>An applied migration is not in the bundle.</summary>
public static class MigrationNotInBundle
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9305", nameof(MigrationNotInBundle))
    {
        Title = "An applied migration is not in the bundle",
        Message = "Migration {0} '{1}' is applied{?2, by bundle {2}}, and this bundle does not hold it. Nothing was changed. Deploy a bundle that holds it, or roll it back first.",
        Severity = Severity.Error,
    };
}
