using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The run was cancelled.</summary>
public static class RunCancelled
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9321", nameof(RunCancelled))
    {
        Title = "The run was cancelled",
        Message = "The run was cancelled. Where it stands: {0}. Run the same command to go on.",
        Severity = Severity.Warning,
    };
}
