using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Adds a check constraint to a table.</summary>
public sealed record AddsCheck(TableName Table, Check Check) : SqlEffect;
