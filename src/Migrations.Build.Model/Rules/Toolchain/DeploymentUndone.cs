using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The deployment was rolled back.</summary>
public static class DeploymentUndone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9325", nameof(DeploymentUndone))
    {
        Title = "The deployment was rolled back",
        Message = "The deployment was rolled back. The database is where it was before: {0}. Correct the migration, build, and deploy again.",
        Severity = Severity.Error,
    };
}
