using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>A setting cannot be read.</summary>
public static class SettingUnreadable
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9402", nameof(SettingUnreadable))
    {
        Title = "A setting cannot be read",
        Message = "Setting '{0}' has the value '{1}', which cannot be read: {2}. No bundle is built. Correct it in the project file or in 'Directory.Build.props'.",
        Severity = Severity.Error,
    };
}
