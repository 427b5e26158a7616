using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Data would be destroyed and not kept.</summary>
public static class NothingKept
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9347", nameof(NothingKept))
    {
        Title = "Data would be destroyed and not kept",
        Message = "Migration {0} '{1}' destroys data in '{2}', and '--keep-for 0' keeps nothing of it. Nothing was changed. Say for how long to keep it, or add '--allow-data-loss' where it is not needed any more.",
        Severity = Severity.Error,
    };
}
