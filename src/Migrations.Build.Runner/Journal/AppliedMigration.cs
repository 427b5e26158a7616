namespace Migrations.Build.Runner.Journal;

/// <summary>A migration that <c>VersionInfo</c> lists, with what the journal knows of it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its class, or what <c>VersionInfo</c> says of it.</param>
/// <param name="At">When it was applied.</param>
internal sealed record AppliedMigration(long Version, string Name, DateTimeOffset? At)
{
    /// <summary>The journal's entry about it; zero where plain FluentMigrator applied it.</summary>
    public long Entry { get; init; }

    /// <summary>The deployment that applied it.</summary>
    public long? Deployment { get; init; }

    /// <summary>Its semantic hash when it was applied.</summary>
    public string? Hash { get; init; }

    /// <summary>The digest of what is stored about undoing it.</summary>
    public string? Script { get; init; }

    /// <summary>Whether it was adopted.</summary>
    public bool Baselined { get; init; }
}
