using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>A migration that would be undone, with the exact statements.</summary>
public sealed record PlannedUndo(long Version, string Class, Items<Statement> Down)
{
    /// <summary>What the rollback brings back.</summary>
    public Reversibility Reversibility { get; init; }

    /// <summary>What it keeps of what was written since.</summary>
    public Items<PlannedKeep> Keeps { get; init; } = Items<PlannedKeep>.Empty;

    /// <summary>Whether the statements come from the database, where they were stored when the migration was applied, and not from the bundle.</summary>
    public bool Stored { get; init; }
}
