using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;

namespace Migrations.Build.Runner.Planning;

/// <summary>A migration that would run, with the exact statements of both ways.</summary>
public sealed record PlannedMigration(MigrationEntry Entry, Items<Statement> Up, Items<Statement> Down)
{
    /// <summary>What a rollback brings back on this database.</summary>
    public Reversibility Reversibility { get; init; }

    /// <summary>Whether a migration with a higher version is applied already.</summary>
    public bool OutOfOrder { get; init; }

    /// <summary>How many statements an interrupted run has done already; these do not run again.</summary>
    public int DoneAlready { get; init; }

    /// <summary>What it keeps of the data that it destroys.</summary>
    public Items<PlannedKeep> Keeps { get; init; } = Items<PlannedKeep>.Empty;

    /// <summary>What a rollback kept of it, and it brings back.</summary>
    public Items<PlannedReturn> Returns { get; init; } = Items<PlannedReturn>.Empty;

    /// <summary>The number of the statement of which nobody knows whether it took effect; null when there is none.</summary>
    public int? Interrupted { get; init; }
}
