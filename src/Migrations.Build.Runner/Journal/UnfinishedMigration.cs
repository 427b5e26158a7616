using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Journal;

/// <summary>A migration that was begun outside of a transaction and is not done.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its class.</param>
/// <param name="Direction">Which way it was going.</param>
/// <param name="Done">The hash of each statement that took effect, by its number.</param>
/// <param name="Unknown">The number of the statement of which nobody knows; null when there is none.</param>
internal sealed record UnfinishedMigration(long Version, string Name, Direction Direction, IReadOnlyDictionary<int, string> Done, int? Unknown)
{
    /// <summary>The name of the bundle that began it; null where none is known.</summary>
    public string? Bundle { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }
}
