namespace Migrations.Build.Model.Operations;

/// <summary>Deletes rows: all of them, or those that match every cell of one row of <see cref="Where"/>.</summary>
public sealed record DeleteRows(TableName Table, Items<Row> Where, bool AllRows) : Operation;
