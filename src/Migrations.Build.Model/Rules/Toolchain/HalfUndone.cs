using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration is half undone.</summary>
public static class HalfUndone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9327", nameof(HalfUndone))
    {
        Title = "A migration is half undone",
        Message = "Migration {0} '{1}' is half undone: {2} of its statements took effect. Nothing was changed. Finish the rollback with 'migrations rollback' first.",
        Severity = Severity.Error,
    };
}
