using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Rows are not sound after a migration.</summary>
public static class IntegrityBroken
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9210", nameof(IntegrityBroken))
    {
        Title = "Rows are not sound after a migration",
        Message = "After Up of migration '{0}' the {1} check fails: {2}. The database would hold rows that contradict its own constraints. Correct the rows in the migration before the constraint is made.",
        Severity = Severity.Error,
    };
}
