using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The bundle has no SQL of a migration that is pending.</summary>
public static class MigrationNotRendered
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9345", nameof(MigrationNotRendered))
    {
        Title = "The bundle has no SQL of a migration that is pending",
        Message = "Migration {0} '{1}' is pending, and the bundle has no SQL of it for {2}{?3: {3}}. Nothing was run. "
            + "Where the database has it in truth, note that with 'migrations baseline'; else apply it with plain FluentMigrator first.",
        Severity = Severity.Error,
    };
}
