namespace Migrations.Build.Runner.Journal;

/// <summary>One run that changed the database: who, when, with which bundle.</summary>
/// <param name="Number">Its number in the journal.</param>
/// <param name="Verb">What it was: <c>apply</c>, <c>rollback</c>, <c>baseline</c> or <c>purge</c>.</param>
/// <param name="State">How it ended.</param>
/// <param name="By">Who ran it.</param>
/// <param name="Started">When it began.</param>
public sealed record Deployment(long Number, string Verb, DeploymentState State, string By, DateTimeOffset Started)
{
    /// <summary>When it ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The bundle's name; null where no bundle was given.</summary>
    public string? Bundle { get; init; }

    /// <summary>The bundle's version.</summary>
    public string? BundleVersion { get; init; }

    /// <summary>The bundle's digest.</summary>
    public string? BundleDigest { get; init; }
}
