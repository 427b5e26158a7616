namespace Migrations.Build.Verification.Chains;

/// <summary>A row that a migration wrote, by the digest of its key or number.</summary>
internal sealed record OwnRow(string Table, string Id);
