namespace Migrations.Build.Model.Sql.Effects;

/// <summary>Begins, ends or marks a transaction.</summary>
public sealed record ControlsTransaction(string Word) : SqlEffect;
