using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Somebody deleted kept rows before they could be brought back.</summary>
public static class KeptRowsGone
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9338", nameof(KeptRowsGone))
    {
        Title = "Kept rows are gone",
        Message = "Migration {0} '{1}' was undone, but {2} of the {3} rows that it had kept of '{4}' were not in table '{5}' any more: somebody deleted them there. What they held is not back. Look for it in a backup.",
        Severity = Severity.Warning,
    };
}
