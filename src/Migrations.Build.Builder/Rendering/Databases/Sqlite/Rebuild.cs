using Migrations.Build.Model;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>A table that is to be made anew with its rows.</summary>
/// <param name="Objects">The table as it is, its indexes and its triggers.</param>
/// <param name="Definition">The table as it is to be.</param>
internal sealed record Rebuild(Items<SqliteObject> Objects, TableText Definition)
{
    /// <summary>The table's name.</summary>
    public string Table => Objects[0].Name;

    /// <summary>The columns of the table as it is, the generated ones too, from which rows are copied.</summary>
    public Items<string> Old { get; } = (TableText.Read(Objects[0].Sql)?.Parts ?? Items<TablePart>.Empty).Select(p => p.Column).OfType<string>().ToItems();

    /// <summary>The columns that go, and with them the indexes that speak of them.</summary>
    public Items<string> Gone { get; init; } = Items<string>.Empty;

    /// <summary>What columns get in the place of their own value, as SQL.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the rows come from, as what follows FROM; null for the table alone. A join must give each row once.</summary>
    public string? From { get; init; }
}
