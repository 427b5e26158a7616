namespace Migrations.Build.Model.Operations;

/// <summary>Inserts rows.</summary>
public sealed record InsertRows(TableName Table, Items<Row> Rows) : Operation
{
    /// <summary>Engine-specific features, such as inserting into an identity column.</summary>
    public Items<Feature> Features { get; init; } = Items<Feature>.Empty;
}
