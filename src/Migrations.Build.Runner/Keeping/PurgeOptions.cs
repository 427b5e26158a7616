namespace Migrations.Build.Runner.Keeping;

/// <summary>Which kept data to drop.</summary>
public sealed record PurgeOptions
{
    /// <summary>Drops what was kept longer ago than this, whatever time it was to be kept for; null for what is past that time.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>Whether to tell only what would be dropped.</summary>
    public bool DryRun { get; init; }
}
