using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A breaking migration needs consent.</summary>
public static class BreakingNotAllowed
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9313", nameof(BreakingNotAllowed))
    {
        Title = "A breaking migration needs consent",
        Message = "Migration {0} '{1}' says that it breaks running applications. Nothing was changed. Run again with --allow-breaking when no application runs that needs the old shape.",
        Severity = Severity.Error,
    };
}
