namespace Migrations.Build.Model.Schemas;

/// <summary>A check constraint.</summary>
public sealed record Check(string? Name, string Expression);
