using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Progress;

/// <summary>A migration is done and committed.</summary>
public sealed record MigrationDone(Direction Direction, long Version, string Class, TimeSpan Took) : RunEvent;
