namespace Migrations.Build.Model.Operations;

/// <summary>An index.</summary>
public sealed record TableIndex(string Name, TableName Table, Items<IndexColumn> Columns)
{
    /// <summary>Whether equal keys are refused.</summary>
    public bool Unique { get; init; }

    /// <summary>Whether the table is stored in the index's order (SQL Server).</summary>
    public bool Clustered { get; init; }

    /// <summary>Engine-specific features: filter, includes, method and so on.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
