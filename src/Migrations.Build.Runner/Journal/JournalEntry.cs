namespace Migrations.Build.Runner.Journal;

/// <summary>What the journal says of a migration's run as a whole.</summary>
internal sealed record JournalEntry(long Entry, long Deployment, long Version, string Direction, string State, string Hash, string? Name, string Time, string? Error);
