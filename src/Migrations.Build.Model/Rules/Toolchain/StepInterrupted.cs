using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Nobody knows whether a step took effect.</summary>
public static class StepInterrupted
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9322", nameof(StepInterrupted))
    {
        Title = "Nobody knows whether a step took effect",
        Message = "Statement {2} of migration {0} '{1}' was interrupted outside of a transaction, and nobody knows whether it took effect. Nothing was changed. Look at the database; where it did not take effect, run again with --repeat-interrupted.",
        Severity = Severity.Error,
    };
}
