using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A migration cannot be undone.</summary>
public static class CannotBeUndone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9315", nameof(CannotBeUndone))
    {
        Title = "A migration cannot be undone",
        Message = "Migration {0} '{1}' cannot be undone: {2}. Nothing was changed. To go on: {3}.",
        Severity = Severity.Error,
    };
}
