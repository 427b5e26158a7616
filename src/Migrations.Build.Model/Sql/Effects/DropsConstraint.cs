using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Drops a constraint of any kind by its name; by no name, the primary key.</summary>
public sealed record DropsConstraint(TableName Table, string? Name) : SqlEffect;
