using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Journal;

/// <summary>The words of the journal's columns.</summary>
internal static class Recorded
{
    /// <summary>A statement or migration was begun outside of a transaction.</summary>
    public const string Started = "started";

    /// <summary>It is done.</summary>
    public const string Done = "done";

    /// <summary>It failed and had no effect of its own.</summary>
    public const string Failed = "failed";

    /// <summary>It was left out: what it restores is gone, and that was accepted.</summary>
    public const string Skipped = "skipped";

    /// <summary>It was adopted.</summary>
    public const string Baselined = "baselined";

    /// <summary>In place of a way: it belongs to a profile, which is never undone and runs each time.</summary>
    public const string Profile = "profile";

    /// <summary>Which way.</summary>
    public static string Of(Direction direction) => direction == Direction.Up ? "up" : "down";

    /// <summary>How a deployment ended.</summary>
    public static string Of(DeploymentState state) => state switch
    {
        DeploymentState.Running => "running",
        DeploymentState.Done => "done",
        DeploymentState.RolledBack => "rolled-back",
        DeploymentState.Stopped => "stopped",
        DeploymentState.Cancelled => "cancelled",
        DeploymentState.Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>How a deployment ended, read back.</summary>
    public static DeploymentState State(string text) => Enum.GetValues<DeploymentState>().FirstOrDefault(s => Of(s) == text);
}
