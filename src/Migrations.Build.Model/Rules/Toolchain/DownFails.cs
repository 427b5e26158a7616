using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration cannot be rolled back.</summary>
public static class DownFails
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9202", nameof(DownFails))
    {
        Title = "A migration cannot be rolled back",
        Message = "Migration '{0}' was applied and cannot be rolled back: {1}.{?2 The statement is '{2}'.} A release that goes wrong could not return. Correct its Down.",
        Severity = Severity.Error,
    };
}
