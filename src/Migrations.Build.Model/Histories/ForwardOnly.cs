namespace Migrations.Build.Model.Histories;

/// <summary>The statement that a migration cannot be undone.</summary>
public sealed record ForwardOnly(string Why, string? Recovery);
