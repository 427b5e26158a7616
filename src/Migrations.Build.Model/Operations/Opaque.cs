namespace Migrations.Build.Model.Operations;

/// <summary>A change that could not be read.</summary>
public sealed record Opaque(string Why) : Operation
{
    /// <summary>The tables and columns it may touch; empty when it may touch anything.</summary>
    public Items<string> Touches { get; init; } = Items<string>.Empty;
}
