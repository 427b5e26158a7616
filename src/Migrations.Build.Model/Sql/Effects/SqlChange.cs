using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Does what an operation does: the text could be read as one.</summary>
public sealed record SqlChange(Operation Operation) : SqlEffect;
