using Migrations.Build.Model.Operations;

namespace Migrations.Build.Model.Keeping;

/// <summary>A table, or a column of it.</summary>
internal sealed record Named(TableName Table, string? Column = null);
