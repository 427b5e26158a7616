using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>An expected outcome does not hold.</summary>
public static class ExpectationFails
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9206", nameof(ExpectationFails))
    {
        Title = "An expected outcome does not hold",
        Message = "Expected outcome '{0}' of migration '{1}' does not hold {2}: its query should give '{4}'{?3 and gives '{3}'}. The migration does not do what its author expected. Correct the migration or the expectation.",
        Severity = Severity.Error,
    };
}
