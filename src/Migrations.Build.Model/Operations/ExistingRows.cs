namespace Migrations.Build.Model.Operations;

/// <summary>A <c>SetExistingRowsTo</c> as its source says it.</summary>
/// <param name="Value">The value for the rows that are there.</param>
/// <param name="Nullable">Whether the same call says <c>Nullable()</c> or <c>NotNullable()</c>; null where it says neither.</param>
public sealed record ExistingRows(Value Value, bool? Nullable);
