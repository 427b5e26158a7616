using Migrations.Build.Model;

namespace Migrations.Build.Bundle.Parts;

/// <summary>The part <c>schema.json</c>: the schema after the last migration on each target database.</summary>
internal sealed record SchemaList(Items<SchemaPart> Databases);
