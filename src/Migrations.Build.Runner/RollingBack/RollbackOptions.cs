using Migrations.Build.Runner.Applying;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>What to undo, and what is allowed; exactly one of <see cref="To"/>, <see cref="Steps"/> and <see cref="LastDeployment"/> is said.</summary>
public sealed record RollbackOptions
{
    /// <summary>The version that stays, with all below; zero for nothing at all.</summary>
    public long? To { get; init; }

    /// <summary>How many migrations to undo.</summary>
    public int? Steps { get; init; }

    /// <summary>Whether to undo what the last deployment applied.</summary>
    public bool LastDeployment { get; init; }

    /// <summary>Whether to check everything and change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether code of the bundle may run.</summary>
    public bool AllowCode { get; init; }

    /// <summary>Whether a migration counts as undone whose Down does nothing.</summary>
    public bool AllowEmptyDown { get; init; }

    /// <summary>For how long data is kept that was written since; null for ever, zero for not at all.</summary>
    public TimeSpan? KeepFor { get; init; } = ApplyOptions.KeepingTime;

    /// <summary>Whether migrations may be undone without the data that they kept, where that is gone, and without keeping what was written since.</summary>
    public bool AllowDataLoss { get; init; }
}
