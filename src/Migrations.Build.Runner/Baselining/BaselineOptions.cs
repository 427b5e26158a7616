using Migrations.Build.Model;

namespace Migrations.Build.Runner.Baselining;

/// <summary>What to adopt.</summary>
public sealed record BaselineOptions
{
    /// <summary>The last version that the database already has; null for those that <c>VersionInfo</c> lists.</summary>
    public long? To { get; init; }

    /// <summary>Patterns, with <c>*</c> and <c>?</c>, of tables and views that are others', beside those that no migration speaks of.</summary>
    public Items<string> IgnoreTables { get; init; } = Items<string>.Empty;

    /// <summary>Whether to check everything and change nothing.</summary>
    public bool DryRun { get; init; }
}
