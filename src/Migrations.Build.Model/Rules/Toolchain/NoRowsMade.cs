using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Verification could make no rows for a table.</summary>
public static class NoRowsMade
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9211", nameof(NoRowsMade))
    {
        Title = "A table was verified without rows",
        Message = "No row could be made for table '{1}' of migration '{0}': {2}. What migrations do to its rows was not seen. Give values for {3} in 'migrations.samples.json'.",
        Severity = Severity.Warning,
    };
}
