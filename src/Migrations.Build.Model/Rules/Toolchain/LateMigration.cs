using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration comes late.</summary>
public static class LateMigration
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9307", nameof(LateMigration))
    {
        Title = "A migration comes late",
        Message = "Migration {0} '{1}' is older than applied migration {2}. It runs after it here, and before it in a new database. Give it a version above {2} if the order matters.",
        Severity = Severity.Warning,
    };
}
