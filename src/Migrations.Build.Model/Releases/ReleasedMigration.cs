namespace Migrations.Build.Model.Releases;

/// <summary>A migration that shipped.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its class's name, for people.</param>
/// <param name="Hash">Its semantic hash over every database.</param>
/// <param name="Release">The release it shipped in first.</param>
public sealed record ReleasedMigration(long Version, string Name, string Hash, string Release)
{
    /// <summary>The hash of the file in which its class stood; null where that was not known.</summary>
    public string? Source { get; init; }

    /// <summary>What cannot be read, rendered or proved of it.</summary>
    public Items<KnownProblem> Problems { get; init; } = Items<KnownProblem>.Empty;

    /// <summary>Its semantic hash on each database, in the order of the engines.</summary>
    public Items<DatabaseHash> Hashes { get; init; } = Items<DatabaseHash>.Empty;
}
