namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Could do anything: the statement cannot be read.</summary>
public sealed record UnknownEffect(string Why) : SqlEffect;
