namespace Migrations.Build.Model.Comparing;

/// <summary>An object in which two schemas differ.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="Subject">The kind of object: <c>schema</c>, <c>table</c>, <c>column</c>, <c>primary key</c>, <c>unique constraint</c>, <c>check</c>, <c>foreign key</c>, <c>index</c>, <c>view</c>, <c>trigger</c>, <c>sequence</c>, <c>description</c>.</param>
/// <param name="Name">The object's name, with its table in front where it belongs to one.</param>
/// <param name="Expected">What is expected, in short; null for an extra object.</param>
/// <param name="Actual">What is there, in short; null for a missing object.</param>
public sealed record Difference(DifferenceKind Kind, string Subject, string Name, string? Expected, string? Actual);
