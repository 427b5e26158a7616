using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Histories;

/// <summary>A question that a migration asked of the schema while it was read, and the answer it got from the history.</summary>
/// <param name="Subject">What was asked for: <c>table</c>, <c>column</c>, <c>index</c>, <c>constraint</c>, <c>sequence</c>, <c>schema</c> or <c>default</c>.</param>
/// <param name="Table">The table (or sequence), with its schema.</param>
/// <param name="Name">The column, index or constraint; null where the table itself was asked for.</param>
/// <param name="Exists">The answer.</param>
public sealed record Assumption(string Subject, TableName Table, string? Name, bool Exists);
