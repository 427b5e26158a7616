using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Kept data found no place any more.</summary>
public static class KeptDataLeft
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9335", nameof(KeptDataLeft))
    {
        Title = "Kept data found no place any more",
        Message = "Migration {0} '{1}' was undone, and {2} of the {3} rows that it had kept of '{4}' found no place: their rows were deleted, re-keyed or edited meanwhile. Everything that was kept stays in table '{5}' until it is purged. Look there for what is missed.",
        Severity = Severity.Warning,
    };
}
