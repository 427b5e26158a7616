namespace Migrations.Build.Model.Canonical;

/// <summary>Marks a property that depends on the machine (a path, a line) and so stays out of the canonical form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotCanonicalAttribute : Attribute;
