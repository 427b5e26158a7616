using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration failed.</summary>
public static class StatementFails
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9311", nameof(StatementFails))
    {
        Title = "A migration failed",
        Message = "Migration {0} '{1}' failed at {2}: {3}. The migration {4}. Correct the migration or the rows that it meets, and run again.",
        Severity = Severity.Error,
    };
}
