namespace Migrations.Build.Runner.Journal;

/// <summary>What the next run has to know of an earlier one.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Verb">What it was.</param>
/// <param name="State">How it ended.</param>
/// <param name="Bundle">The bundle's name; null where no bundle was given.</param>
/// <param name="Digest">The bundle's digest.</param>
internal sealed record Run(long Number, string Verb, DeploymentState State, string? Bundle, string? Digest)
{
    /// <summary>The version table that it noted, as <see cref="VersionStatements"/> stores it.</summary>
    public string? VersionTable { get; init; }

    /// <summary>Whether it ended and there was nothing to do.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether it applied migrations, or was to, of the bundle of that name; null is any.</summary>
    public bool Applies(string? bundle) => Verb == "apply" && (bundle is null || string.Equals(Bundle, bundle, StringComparison.Ordinal));
}
