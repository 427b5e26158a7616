using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration is half applied.</summary>
public static class HalfApplied
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9328", nameof(HalfApplied))
    {
        Title = "A migration is half applied",
        Message = "Migration {0} '{1}' is half applied: {2} of its statements took effect. Nothing was changed. Finish it with 'migrations apply' first.",
        Severity = Severity.Error,
    };
}
