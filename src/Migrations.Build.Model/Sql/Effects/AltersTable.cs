using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Changes a table in a way that could not be read.</summary>
public sealed record AltersTable(TableName Table) : SqlEffect;
