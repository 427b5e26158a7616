namespace Migrations.Build.Model.Operations;

/// <summary>Drops a primary key or a unique constraint.</summary>
public sealed record DropKey(TableName Table, KeyKind Kind, string? Name) : Operation
{
    /// <summary>The columns that the migration said, where it did.</summary>
    public Items<string> Columns { get; init; } = Items<string>.Empty;

    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
