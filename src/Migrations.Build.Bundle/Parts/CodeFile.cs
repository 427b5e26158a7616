namespace Migrations.Build.Bundle.Parts;

/// <summary>An assembly that a code step needs.</summary>
public sealed record CodeFile(string Name, byte[] Bytes);
