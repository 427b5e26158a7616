using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Says whether a column allows nulls.</summary>
public sealed record SetsNullable(TableName Table, string Column, bool Nullable) : SqlEffect;
