namespace Migrations.Build.Model.Operations;

/// <summary>A column's type as it was written.</summary>
/// <param name="Kind">The kind of type.</param>
/// <param name="Size">The length in characters or bytes, or the total digits of a decimal; null where none was said.</param>
/// <param name="Precision">The digits behind the point of a decimal, as FluentMigrator names it; null where none was said.</param>
/// <param name="Custom">The database's own type text, for <see cref="TypeKind.Custom"/>.</param>
public sealed record ColumnType(TypeKind Kind, int? Size = null, int? Precision = null, string? Custom = null);
