using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Drops an index, named alone or with its table.</summary>
public sealed record DropsIndex(TableName Index, TableName? Table) : SqlEffect;
