namespace Migrations.Build.Model.Operations;

/// <summary>Drops a table.</summary>
public sealed record DropTable(TableName Table) : Operation
{
    /// <summary>Whether a missing table is no error.</summary>
    public bool IfExists { get; init; }
}
