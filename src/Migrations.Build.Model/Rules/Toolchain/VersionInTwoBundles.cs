using Migrations.Build.Model.Findings;

namespace Migrations.Build.Model.Rules.Toolchain;

/// <summary>Two bundles on one database have different migrations of one version.</summary>
public static class VersionInTwoBundles
{
    /// <summary>The rule.</summary>
    public static Rule Rule { get; } = new("MIG9351", nameof(VersionInTwoBundles))
    {
        Title = "Two bundles have different migrations of one version",
        Message = "Version {0} is migration '{1}' in bundle '{2}', and the database has it as migration '{3}' of bundle '{4}'. FluentMigrator's table holds each version once, so one of the two would never run. Nothing was changed. Give one of them another version, or each bundle a version table of its own.",
        Severity = Severity.Error,
    };
}
