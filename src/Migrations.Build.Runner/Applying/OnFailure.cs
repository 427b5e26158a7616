namespace Migrations.Build.Runner.Applying;

/// <summary>What happens to a deployment when one of its migrations fails.</summary>
public enum OnFailure
{
    /// <summary>Everything that this deployment did is undone.</summary>
    Rollback,

    /// <summary>It stops at the last good migration.</summary>
    Pause,
}
