using Migrations.Build.Model.Databases;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The semantic hash of a migration on one database.</summary>
public sealed record HashOnDatabase(DatabaseKind Database, string Hash);
