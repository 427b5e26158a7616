using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Creates a view, or replaces it.</summary>
public sealed record CreatesView(View View, bool Replaces) : SqlEffect;
