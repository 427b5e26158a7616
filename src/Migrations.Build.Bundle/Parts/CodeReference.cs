namespace Migrations.Build.Bundle.Parts;

/// <summary>A code step of a migration, and the digest of the assembly under <c>code/</c> that holds it.</summary>
public sealed record CodeReference(string Type, string Method, string Assembly, string AssemblyDigest);
