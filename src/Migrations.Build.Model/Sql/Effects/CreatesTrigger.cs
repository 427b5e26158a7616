using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Creates a trigger, or replaces it.</summary>
public sealed record CreatesTrigger(Trigger Trigger, bool Replaces) : SqlEffect;
