namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Something that SQL text does, as far as it can be read.</summary>
public abstract record SqlEffect;
