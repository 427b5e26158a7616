using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>An applied migration was changed.</summary>
public static class MigrationChanged
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9304", nameof(MigrationChanged))
    {
        Title = "An applied migration was changed",
        Message = "Migration {0} '{1}' was changed after it was applied: its hash was '{2}' and is '{3}' in the bundle. Nothing was changed. Take back the edit, and put the change into a new migration.",
        Severity = Severity.Error,
    };
}
