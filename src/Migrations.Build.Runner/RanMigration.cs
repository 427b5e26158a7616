using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner;

/// <summary>A migration that ran and was committed.</summary>
public sealed record RanMigration(Direction Direction, long Version, string Class, int Statements, TimeSpan Took);
