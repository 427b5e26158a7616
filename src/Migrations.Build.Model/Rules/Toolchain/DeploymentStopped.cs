using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The database needs a person.</summary>
public static class DeploymentStopped
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9312", nameof(DeploymentStopped))
    {
        Title = "The database needs a person",
        Message = "The database needs a person. Applied: {0}. Not applied: {1}.{?2 {2}.} Next: {3}.",
        Severity = Severity.Error,
    };
}
