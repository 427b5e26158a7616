using Migrations.Build.Model.Databases;

namespace Migrations.Build.Model.Releases;

/// <summary>The semantic hash that a released migration has on a database.</summary>
public sealed record DatabaseHash(DatabaseKind Database, string Hash);
