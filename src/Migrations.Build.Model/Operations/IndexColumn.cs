namespace Migrations.Build.Model.Operations;

/// <summary>A column of an index.</summary>
public sealed record IndexColumn(string Name)
{
    /// <summary>Whether the order is descending.</summary>
    public bool Descending { get; init; }

    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
