using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Applying;

/// <summary>What to apply, and what is allowed.</summary>
public sealed record ApplyOptions
{
    /// <summary>The last version to apply; null for all.</summary>
    public long? To { get; init; }

    /// <summary>The tagged migrations and the profile to apply as well.</summary>
    public Requested Requested { get; init; } = Requested.Nothing;

    /// <summary>Whether to check everything and change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether migrations may run that break running applications.</summary>
    public bool AllowBreaking { get; init; }

    /// <summary>Whether code of the bundle may run.</summary>
    public bool AllowCode { get; init; }

    /// <summary>What happens when a migration fails.</summary>
    public OnFailure OnFailure { get; init; }

    /// <summary>For how long data is kept that migrations destroy; null for ever, zero for not at all.</summary>
    public TimeSpan? KeepFor { get; init; } = KeepingTime;

    /// <summary>For how long data is kept unless something else is said.</summary>
    public static TimeSpan KeepingTime { get; } = TimeSpan.FromDays(30);

    /// <summary>Whether data may be destroyed that is not kept.</summary>
    public bool AllowDataLoss { get; init; }

    /// <summary>How much is one transaction.</summary>
    public TransactionScope Transaction { get; init; }

    /// <summary>Whether to run a step again of which nobody knows whether it took effect, because its run was interrupted outside of a transaction.</summary>
    public bool RepeatInterrupted { get; init; }
}
