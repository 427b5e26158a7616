using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration class never runs.</summary>
public static class MigrationWillNotRun
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9102", nameof(MigrationWillNotRun))
    {
        Title = "A migration class never runs",
        Message = "Class '{0}' is a migration that never runs: {1}. FluentMigrator passes over it in silence, and so does the bundle. Make it a public class with a [Migration] attribute, or remove it.",
        Severity = Severity.Warning,
    };
}
