using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Building;

/// <summary>A history as SQL: for each migration its statements on every database, the last schema on every target, and what was lost.</summary>
internal sealed record RenderedHistory(Items<Items<RenderedMigration>> Migrations, Items<Schema> Schemas, Items<Finding> Findings);
