using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Progress;

/// <summary>A migration begins, as number <paramref name="Number"/> of <paramref name="Total"/>.</summary>
public sealed record MigrationStarted(Direction Direction, long Version, string Class, int Number, int Total, int Statements) : RunEvent;
