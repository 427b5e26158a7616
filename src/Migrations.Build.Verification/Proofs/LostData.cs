namespace Migrations.Build.Verification.Proofs;

/// <summary>Values that Up destroys and Down does not bring back: of a column, or whole rows where <paramref name="Column"/> is null.</summary>
public sealed record LostData(string Table, string? Column, int Rows);
