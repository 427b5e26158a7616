namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the native compiler knows by this name, and netstandard2.0 lacks.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category { get; } = category;

    public string CheckId { get; } = checkId;

    public string? Justification { get; set; }
}
