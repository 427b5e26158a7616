namespace Migrations.Build.Runner.Journal;

/// <summary>A migration that <c>VersionInfo</c> lists, with what the journal knows of it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its class, or what <c>VersionInfo</c> says of it.</param>
/// <param name="Time">When it was applied, as the table holds it; few readers want it, and to read a thousand times takes a while.</param>
internal sealed record AppliedMigration(long Version, string Name, object? Time)
{
    /// <summary>When it was applied.</summary>
    public DateTimeOffset? At => Time is null ? null : Moment.Read(Time);

    /// <summary>The journal's entry about it; zero where plain FluentMigrator applied it.</summary>
    public long Entry { get; init; }

    /// <summary>The deployment that applied it.</summary>
    public long? Deployment { get; init; }

    /// <summary>The name of the bundle that applied it; null where none is known.</summary>
    public string? Bundle { get; init; }

    /// <summary>Its semantic hash when it was applied.</summary>
    public string? Hash { get; init; }

    /// <summary>Whether it was adopted.</summary>
    public bool Baselined { get; init; }
}
