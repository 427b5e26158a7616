using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Creates an index; an expression stands among its columns as text.</summary>
public sealed record CreatesIndex(TableIndex Index, bool IfNotExists) : SqlEffect;
