namespace Migrations.Build.Model.Histories;

/// <summary>Why a migration exists.</summary>
public sealed record Rationale(string Why, string? Ticket, string? Owner);
