using Migrations.Build.Model;
using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The exact statements of a migration on one database.</summary>
public sealed record RenderedMigration(DatabaseKind Database, Items<Statement> Up, Items<Statement> Down);
