using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>The connection string asks for what cannot be meant.</summary>
public static class ConnectionSenseless
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9343", nameof(ConnectionSenseless))
    {
        Title = "The connection string asks for what cannot be meant",
        Message = "The connection string {0}. Nothing was done. To go on, {1}.",
        Severity = Severity.Error,
    };
}
