using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Of the last deployment nothing is left to undo.</summary>
public static class NothingToUndo
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9342", nameof(NothingToUndo))
    {
        Title = "Of the last deployment nothing is left to undo",
        Message = "Nothing is left to undo: {0}. Nothing was changed, and what earlier deployments applied stays. To go further back, say the version that stays with '--to'.",
        Severity = Severity.Info,
    };
}
