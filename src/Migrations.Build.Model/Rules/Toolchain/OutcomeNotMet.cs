using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>An expected outcome does not hold in the database.</summary>
public static class OutcomeNotMet
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9310", nameof(OutcomeNotMet))
    {
        Title = "An expected outcome does not hold in the database",
        Message = "Migration {0} '{1}' expects '{2}' to be {3} {4}, and it is not{?5 (it is {5})}. The migration {6}. Correct the rows or the migration, and run again.",
        Severity = Severity.Error,
    };
}
