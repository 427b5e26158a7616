namespace Migrations.Build.Model.Operations;

/// <summary>The expression of a computed column, and whether its value is stored.</summary>
public sealed record Computed(string Expression, bool Stored);
