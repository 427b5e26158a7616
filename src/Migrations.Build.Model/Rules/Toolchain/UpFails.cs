using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration cannot be applied.</summary>
public static class UpFails
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9201", nameof(UpFails))
    {
        Title = "A migration cannot be applied",
        Message = "Migration '{0}' cannot be applied: {1}.{?2 The statement is '{2}'.} A release would fail there too. Correct its Up.",
        Severity = Severity.Error,
    };
}
