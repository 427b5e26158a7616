using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A script cannot be found.</summary>
public static class ScriptNotFound
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9110", nameof(ScriptNotFound))
    {
        Title = "A script cannot be found",
        Message = "{0} of migration '{1}' executes a script that cannot be read: {2}. A release would fail there. Add the script, or correct its name.",
        Severity = Severity.Error,
    };
}
