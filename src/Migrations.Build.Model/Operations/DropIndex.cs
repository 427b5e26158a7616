namespace Migrations.Build.Model.Operations;

/// <summary>Drops an index.</summary>
public sealed record DropIndex(TableName Table, string Name) : Operation
{
    /// <summary>The columns that the migration said, where it did.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
