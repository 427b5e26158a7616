using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Creates a table; its definition counts as touched where it could not be read wholly.</summary>
public sealed record CreatesTable(Table Definition, bool IfNotExists) : SqlEffect;
