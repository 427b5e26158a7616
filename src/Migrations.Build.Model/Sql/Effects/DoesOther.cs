namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Does something that is read but not modelled, and that leaves tables as they are: a function, a grant, a setting.</summary>
public sealed record DoesOther(string Subject) : SqlEffect;
