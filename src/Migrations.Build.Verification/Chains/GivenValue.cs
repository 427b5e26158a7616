namespace Migrations.Build.Verification.Chains;

/// <summary>A value, as a digest, that a migration gave to several rows which had different ones before, or none.</summary>
internal sealed record GivenValue(string Table, string Column, string Value);
