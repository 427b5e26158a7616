using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Drops a trigger, if it is there.</summary>
public sealed record DropsTrigger(TableName Trigger, TableName? Table) : SqlEffect;
