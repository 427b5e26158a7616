namespace Migrations.Build.Model.Operations;

/// <summary>A foreign key: columns of one table that refer to a key of another.</summary>
public sealed record ForeignKey(string Name, TableName Table, Items<string> Columns, TableName Referenced, Items<string> ReferencedColumns)
{
    /// <summary>What happens to the rows when a referenced row is deleted.</summary>
    public ForeignKeyAction OnDelete { get; init; }

    /// <summary>What happens to the rows when a referenced key changes.</summary>
    public ForeignKeyAction OnUpdate { get; init; }
}
