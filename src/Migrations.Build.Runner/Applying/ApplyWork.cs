using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Planning;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Applying;

/// <summary>Turns a planned migration into what is run.</summary>
internal static class ApplyWork
{
    /// <summary>The migration's way up, from where an interrupted run left it.</summary>
    public static Work Of(PlannedMigration migration, DatabaseKind database, UnfinishedMigration? unfinished)
    {
        var entry = migration.Entry;
        return new(Direction.Up, entry.Version, entry.Class, migration.Up)
        {
            IsListed = entry.Kind == MigrationKind.Versioned,
            Hash = Objections.HashOf(entry, database),
            Transaction = entry.Transaction,
            Description = entry.Description,
            Before = Expected(entry, database, ExpectationMoment.Before),
            After = Expected(entry, database, ExpectationMoment.After),
            Assumptions = Assumed(entry, database, inDown: false),
            CodeSteps = entry.CodeSteps,
            Keeps = Kept(entry, database),
            Returns = migration.Returns,
            DoneAlready = unfinished?.Done ?? new Dictionary<int, string>(),
        };
    }

    /// <summary>The same, with what the database keeps of it.</summary>
    public static Work Stored(PlannedMigration migration, DatabaseKind database, UnfinishedMigration? unfinished) =>
        Of(migration, database, unfinished) with { Stored = JsonWriter.Compact(RecordJson.Write(Keep(migration.Entry, database, migration.Up, migration.Down))) };

    /// <summary>What the database keeps of a migration.</summary>
    public static StoredMigration Keep(MigrationEntry entry, DatabaseKind database, Items<Statement> up, Items<Statement> down) => new(entry.Version, entry.Class)
    {
        Transaction = entry.Transaction,
        Reversibility = entry.ReversibilityOn(database),
        Doubt = entry.Doubt,
        ForwardOnly = entry.ForwardOnly,
        EmptyUp = up.Count == 0 && !entry.NotRendered.Contains(database),
        Down = down,
        Keeps = Kept(entry, database),
        InferredDown = entry.InferredDown,
        Expectations = Expected(entry, database, ExpectationMoment.AfterRollback),
        Assumptions = Assumed(entry, database, inDown: true),
        CodeSteps = entry.CodeSteps,
    };

    private static Items<KeptData> Kept(MigrationEntry entry, DatabaseKind database) => entry.Keeps.Where(k => k.Database == database).ToItems();

    private static Items<Expectation> Expected(MigrationEntry entry, DatabaseKind database, ExpectationMoment moment) =>
        entry.Expectations.Where(e => e.When == moment && (e.Database is null || e.Database == database)).ToItems();

    private static Items<Assumption> Assumed(MigrationEntry entry, DatabaseKind database, bool inDown) =>
        entry.Assumptions.Where(a => a.InDown == inDown && a.Databases.Contains(database)).Select(a => a.Assumption).ToItems();
}
