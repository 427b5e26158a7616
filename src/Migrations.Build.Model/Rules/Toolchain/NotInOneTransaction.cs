using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration cannot share one transaction with a deployment.</summary>
public static class NotInOneTransaction
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9340", nameof(NotInOneTransaction))
    {
        Title = "A migration cannot share one transaction with the deployment",
        Message = "Migration {0} '{1}' cannot share one transaction with the whole deployment: {2}. Nothing was changed. Apply up to the migration before it, or leave out '--transaction deployment'.",
        Severity = Severity.Error,
    };
}
