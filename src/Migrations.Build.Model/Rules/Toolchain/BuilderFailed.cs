using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The builder itself failed.</summary>
public static class BuilderFailed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9107", nameof(BuilderFailed))
    {
        Title = "The builder itself failed",
        Message = "The builder failed{?1 at migration '{1}'}: {0}. That is a fault of this toolchain and not of the project. Build again with -v:detailed to see where it failed.",
        Severity = Severity.Error,
    };
}
