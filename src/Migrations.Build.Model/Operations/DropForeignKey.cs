namespace Migrations.Build.Model.Operations;

/// <summary>Drops a foreign key.</summary>
public sealed record DropForeignKey(TableName Table, string Name) : Operation
{
    /// <summary>What the migration said of the key beside its name, when it named it by its columns.</summary>
    public ForeignKey? Described { get; init; }
}
