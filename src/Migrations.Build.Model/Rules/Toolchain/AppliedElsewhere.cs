using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Migrations were applied without this toolchain.</summary>
public static class AppliedElsewhere
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9306", nameof(AppliedElsewhere))
    {
        Title = "Migrations were applied without this toolchain",
        Message = "{0} of the applied migrations were applied without this toolchain (the last is {1}). An edit of them goes unnoticed, and their Down is not stored. Adopt them with 'migrations baseline'.",
        Severity = Severity.Warning,
    };
}
