namespace Migrations.Build.Model.Operations;

/// <summary>Creates a schema.</summary>
public sealed record CreateSchema(string Name) : Operation
{
    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
