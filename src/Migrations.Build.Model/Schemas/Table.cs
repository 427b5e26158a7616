using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Schemas;

/// <summary>A table as the history makes it.</summary>
public sealed record Table(TableName Name, Items<Column> Columns) : INamed
{
    /// <summary>The primary key.</summary>
    public Key? PrimaryKey { get; init; }

    /// <summary>The unique constraints, by name.</summary>
    public Items<Key> Uniques { get; init; } = Items<Key>.Empty;

    /// <summary>The check constraints, by name.</summary>
    public Items<Check> Checks { get; init; } = Items<Check>.Empty;

    /// <summary>The foreign keys of this table, by name.</summary>
    public Items<ForeignKey> ForeignKeys { get; init; } = Items<ForeignKey>.Empty;

    /// <summary>The indexes, by name.</summary>
    public Items<TableIndex> Indexes { get; init; } = Items<TableIndex>.Empty;

    /// <summary>The description stored in the database.</summary>
    public string? Description { get; init; }

    /// <summary>Whether something opaque may have changed the table's shape, so that what is not here may still exist.</summary>
    public bool Touched { get; init; }

    /// <summary>Whether a migration may have put rows into the table: an insert, or an opaque step.</summary>
    public bool Filled { get; init; }
}
