namespace Migrations.Build.Runner.Planning;

/// <summary>What to plan.</summary>
public sealed record PlanOptions
{
    /// <summary>The last version to apply; null for all.</summary>
    public long? To { get; init; }

    /// <summary>The tagged migrations and the profile to plan as well.</summary>
    public Requested Requested { get; init; } = Requested.Nothing;

    /// <summary>Whether it matters that something is pending (<see cref="ExitCode.Pending"/>).</summary>
    public bool Check { get; init; }
}
