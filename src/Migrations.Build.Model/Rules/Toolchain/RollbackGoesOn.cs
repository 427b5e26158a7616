using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A rollback that was broken off goes on.</summary>
public static class RollbackGoesOn
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9341", nameof(RollbackGoesOn))
    {
        Title = "A rollback that was broken off goes on",
        Message = "The rollback before this one was broken off after {0} migrations. They count as done: only what is left of it is undone. Say '--to' to go back to a version whatever was undone before.",
        Severity = Severity.Warning,
    };
}
