using System.Globalization;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Cli.Output;

/// <summary>Short words for tables, and the ids of the same things in documents.</summary>
internal static class Words
{
    public static string Of(MigrationState state) => state switch
    {
        MigrationState.Applied => "applied",
        MigrationState.Pending => "pending",
        MigrationState.HalfApplied => "half applied",
        MigrationState.NotInBundle => "not in the bundle",
        _ => "not run",
    };

    public static string Of(DeploymentState state) => state switch
    {
        DeploymentState.Done => "done",
        DeploymentState.RolledBack => "rolled back",
        DeploymentState.Stopped => "stopped",
        DeploymentState.Cancelled => "cancelled",
        DeploymentState.Interrupted => "interrupted",
        _ => "running",
    };

    public static string Of(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Of(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Count(long count, string one) => count == 1 ? "1 " + one : count.ToString(CultureInfo.InvariantCulture) + " " + one + "s";

    /// <summary>A member of an enumeration as documents name it.</summary>
    public static string Id<T>(T member)
        where T : struct, Enum
    {
        var name = member.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
