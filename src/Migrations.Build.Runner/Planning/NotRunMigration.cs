using Migrations.Build.Bundle.Parts;

namespace Migrations.Build.Runner.Planning;

/// <summary>A migration of the bundle that is not run, and why: it has tags, or belongs to a profile or a stage.</summary>
public sealed record NotRunMigration(MigrationEntry Entry, string Why);
