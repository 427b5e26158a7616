using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A code step depends on state outside of it.</summary>
public static class CodeCapturesState
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9105", nameof(CodeCapturesState))
    {
        Title = "A code step depends on state outside of it",
        Message = "Code step '{0}' uses state from outside of itself: {1}. A bundle holds code and no objects, so the step could not run from it. Give it what it needs as constants, or let it read that through the connection.",
        Severity = Severity.Error,
    };
}
