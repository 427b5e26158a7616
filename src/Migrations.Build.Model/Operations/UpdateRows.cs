namespace Migrations.Build.Model.Operations;

/// <summary>Updates rows: all of them, or those that match every cell of <see cref="Where"/>.</summary>
public sealed record UpdateRows(TableName Table, Items<Cell> Set, Items<Cell> Where, bool AllRows) : Operation;
