namespace Migrations.Build.Model.Operations;

/// <summary>A primary key or a unique constraint.</summary>
/// <param name="Name">Its name; null where the database names it.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record Key(string? Name, Items<string> Columns)
{
    /// <summary>The feature that holds what SQLite's text says behind each column.</summary>
    public const string OrderKey = "SqliteOrder";

    /// <summary>The feature that holds what SQLite does with rows that are in each other's way, other than refusing them.</summary>
    public const string ConflictKey = "SqliteOnConflict";

    /// <summary>Engine-specific features.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;

    /// <summary>What SQL text says behind each column, such as <c>DESC</c>, by the columns' places; null where it says nothing.</summary>
    public IEnumerable<string>? Order() => Features.FirstOrDefault(f => f.Key == OrderKey)?.Values.Select(v => v.Text ?? "");

    /// <summary>What SQLite does with rows that are in each other's way: <c>REPLACE</c>, <c>IGNORE</c> and so on; null where nothing is said.</summary>
    public string? OnConflict() => Features.FirstOrDefault(f => f.Key == ConflictKey)?.Values[0].Text;

    internal Key On(string? conflict) => conflict is null ? this : this with { Features = Features.Add(new(ConflictKey, Items.Of(Value.Sql(conflict.ToUpperInvariant())))) };

    internal static Feature Ordered(IEnumerable<string> behind) => new(OrderKey, behind.Select(Value.Sql).ToItems());
}
