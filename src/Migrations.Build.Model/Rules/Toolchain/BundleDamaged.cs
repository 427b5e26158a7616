using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A bundle is not what the build wrote.</summary>
public static class BundleDamaged
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9112", nameof(BundleDamaged))
    {
        Title = "A bundle is not what the build wrote",
        Message = "The bundle is damaged or altered{?0 in its part '{0}'}: {1}. It was not used. Get the bundle again from the build that made it.",
        Severity = Severity.Error,
    };
}
