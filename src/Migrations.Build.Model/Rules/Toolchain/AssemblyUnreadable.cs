using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The assembly cannot be read.</summary>
public static class AssemblyUnreadable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9101", nameof(AssemblyUnreadable))
    {
        Title = "The assembly cannot be read",
        Message = "Assembly '{0}' cannot be read: {1}. No bundle is built. Restore and build the project again.",
        Severity = Severity.Error,
    };
}
