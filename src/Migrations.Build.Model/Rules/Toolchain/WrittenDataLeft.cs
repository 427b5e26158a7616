using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>What a rollback kept found no place in the next apply.</summary>
public static class WrittenDataLeft
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9346", nameof(WrittenDataLeft))
    {
        Title = "What a rollback kept found no place in the next apply",
        Message = "Migration {0} '{1}' was applied again, and {2} that its rollback had kept of '{3}' found no place: rows were deleted, re-keyed or written meanwhile, or the migration was edited. Everything that was kept stays in table '{4}' until it is purged. Look there for what is missed.",
        Severity = Severity.Warning,
    };
}
