namespace Migrations.Build.Model.Histories;

/// <summary>A risk taken knowingly: a rule that is silent on a migration, why, and until when (<c>yyyy-MM-dd</c>).</summary>
public sealed record Acceptance(string Rule, string Reason, string? Until);
