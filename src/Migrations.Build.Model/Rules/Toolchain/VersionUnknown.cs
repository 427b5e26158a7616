using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>There is no such version.</summary>
public static class VersionUnknown
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9317", nameof(VersionUnknown))
    {
        Title = "There is no such version",
        Message = "Version {0} is not {1}{?2 (the nearest is {2})}. Nothing was changed. Take one of those that 'migrations status' lists.",
        Severity = Severity.Error,
    };
}
