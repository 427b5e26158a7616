using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The deployment was rolled back.</summary>
public static class DeploymentUndone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9325", nameof(DeploymentUndone))
    {
        Title = "The deployment was rolled back",
        Message = "The deployment was rolled back: {0}. Nothing of it is applied, the database is where it was before. Not applied: {1}. Next: correct the migration, build, and run 'migrations apply' again.",
        Severity = Severity.Error,
    };
}
