using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The builder itself failed.</summary>
public static class BuilderFailed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9107", nameof(BuilderFailed))
    {
        Title = "The builder itself failed",
        Message = "The builder failed with code {0}: {1}. No bundle was made. Build again with -v:detailed to see what it wrote.",
        Severity = Severity.Error,
    };
}
