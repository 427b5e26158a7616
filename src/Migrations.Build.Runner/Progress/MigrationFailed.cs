using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Progress;

/// <summary>A migration failed.</summary>
public sealed record MigrationFailed(Direction Direction, long Version, string Class, string Why) : RunEvent;
