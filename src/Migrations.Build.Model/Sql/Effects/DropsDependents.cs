using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Drops whatever depends on a table or view (<c>CASCADE</c>).</summary>
public sealed record DropsDependents(TableName Object) : SqlEffect;
