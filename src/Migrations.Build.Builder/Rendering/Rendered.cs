using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Findings;

namespace Migrations.Build.Builder.Rendering;

/// <summary>The statements of a list of steps on one database, and what could not be rendered.</summary>
public sealed record Rendered(Items<Statement> Statements, Items<Finding> Findings);
