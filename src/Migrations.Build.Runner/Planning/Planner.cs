using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Findings;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Planning;

/// <summary>Compares a bundle with where a database stands.</summary>
internal static class Planner
{
    /// <summary>What is pending, with warnings about what is unusual.</summary>
    public static PlanOutcome Make(MigrationBundle bundle, DatabaseKind database, HistoryState state, long? to, Requested requested)
    {
        var applied = new HashSet<long>(state.Applied.Count);
        foreach (var migration in state.Applied)
        {
            applied.Add(migration.Version);
        }

        var pending = new List<PlannedMigration>();
        var others = new List<NotRunMigration>();
        foreach (var entry in bundle.Manifest.Migrations)
        {
            if (applied.Contains(entry.Version) && entry.Kind == MigrationKind.Versioned)
            {
                continue;
            }

            if (requested.WhyNot(entry) is { } why)
            {
                others.Add(new(entry, why));
            }
            else if (entry.Version <= (to ?? long.MaxValue))
            {
                var half = state.Unfinished.FirstOrDefault(u => u.Version == entry.Version && u.Direction == Direction.Up);
                var returns = PlannedReturn.Of(state.Waiting.Where(w => w.Version == entry.Version), entry.Keeps.Where(k => k.Database == database));
                var up = Running(bundle.StatementsOrNone(entry, database, Direction.Up), returns);
                pending.Add(new(entry, up, bundle.StatementsOrNone(entry, database, Direction.Down))
                {
                    Reversibility = entry.ReversibilityOn(database),
                    OutOfOrder = entry.Kind == MigrationKind.Versioned && entry.Version < state.Current,
                    Keeps = PlannedKeeps.Of(entry, database, up),
                    Returns = returns,
                    DoneAlready = half?.Done.Count ?? 0,
                    Interrupted = half?.Unknown,
                });
            }
        }

        return new(ExitCode.Done)
        {
            Pending = pending.ToItems(),
            NotRun = others.ToItems(),
            Doubtful = bundle.Manifest.Migrations.Where(m => m.Problems.Count > 0).ToItems(),
            Applied = state.Applied.Count,
            Current = state.Current,
            Findings = Warnings(state, pending).ToItems(),
        };
    }

    // Where nothing waits, nothing is brought back.
    private static Items<Statement> Running(Items<Statement> up, Items<PlannedReturn> returns) => returns.Count > 0 || up.Count == 0 || up[^1].Kind != StatementKind.Restore
        ? up
        : up.Take(up.Count - up.Reverse().TakeWhile(s => s.Kind == StatementKind.Restore).Count()).ToItems();

    private static IEnumerable<Finding> Warnings(HistoryState state, List<PlannedMigration> pending)
    {
        var elsewhere = state.Applied.Where(a => a.Entry == 0).ToArray();
        if (elsewhere.Length > 0)
        {
            yield return AppliedElsewhere.Rule.Says(Wording.Text(elsewhere.Length), Wording.Text(elsewhere.Max(a => a.Version)));
        }

        foreach (var late in pending.Where(p => p.OutOfOrder))
        {
            yield return LateMigration.Rule.Says(late.Entry.Version, late.Entry.Class, Wording.Text(state.Current));
        }
    }
}
