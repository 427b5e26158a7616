using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Drops a view, if it is there.</summary>
public sealed record DropsView(TableName View) : SqlEffect;
