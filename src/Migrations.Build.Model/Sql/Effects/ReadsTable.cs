using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Reads a table or view.</summary>
public sealed record ReadsTable(TableName Table) : SqlEffect;
