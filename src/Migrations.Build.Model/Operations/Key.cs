namespace Migrations.Build.Model.Operations;

/// <summary>A primary key or a unique constraint.</summary>
/// <param name="Name">Its name; null where the database names it.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record Key(string? Name, Items<string> Columns)
{
    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
