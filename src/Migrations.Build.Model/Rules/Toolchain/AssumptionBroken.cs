using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The database is not as the history says.</summary>
public static class AssumptionBroken
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9309", nameof(AssumptionBroken))
    {
        Title = "The database is not as the history says",
        Message = "Migration {0} '{1}' was built on the answer that {2}, and this database answers otherwise. The migration {3}. Compare the two with 'migrations drift'.",
        Severity = Severity.Error,
    };
}
