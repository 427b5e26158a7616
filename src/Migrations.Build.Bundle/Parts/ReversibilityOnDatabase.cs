using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>What a rollback of a migration brings back on a database.</summary>
public sealed record ReversibilityOnDatabase(DatabaseKind Database, Reversibility Reversibility);
