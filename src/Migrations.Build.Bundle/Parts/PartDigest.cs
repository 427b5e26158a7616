namespace Migrations.Build.Bundle.Parts;

/// <summary>A part of a bundle: its name, the SHA-256 of its bytes, and how many they are.</summary>
public sealed record PartDigest(string Name, string Digest, long Size);
