using Migrations.Build.Model;

namespace Migrations.Build.Runner.Drifting;

/// <summary>What to compare.</summary>
public sealed record DriftOptions
{
    /// <summary>Patterns, with <c>*</c> and <c>?</c>, of tables and views that are others', beside those that the bundle names.</summary>
    public Items<string> IgnoreTables { get; init; } = Items<string>.Empty;
}
