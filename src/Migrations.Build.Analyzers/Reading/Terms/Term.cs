namespace Migrations.Build.Analyzers.Reading.Terms;

/// <summary>What is known of the value of a C# expression.</summary>
internal abstract class Term
{
    /// <summary>Why the value cannot be told; null where it is known.</summary>
    public virtual string? Why => null;
}
