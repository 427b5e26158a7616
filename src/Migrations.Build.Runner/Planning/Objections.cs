using Migrations.Build.Bundle;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Applying;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Running;

namespace Migrations.Build.Runner.Planning;

/// <summary>What speaks against applying a plan, before its first statement.</summary>
internal static class Objections
{
    /// <summary>What holds whatever is allowed: versions, hashes, order, assumptions. The most serious is first.</summary>
    public static async Task<IReadOnlyList<Verdict>> ToPlanAsync(
        MigrationBundle bundle, DatabaseKind database, HistoryState state, PlanOutcome plan, long? to, ISession? session, CancellationToken cancel)
    {
        if (to is > 0 and var version && bundle.Find(version) is null)
        {
            return [new(ExitCode.Usage, VersionUnknown.Rule.Says(Wording.Text(version), "in the bundle", Nearest(bundle, version)))];
        }

        Verdict[] found = [.. HalfDone(state), .. ToState(bundle, database, state), .. NotRendered(database, plan), .. Late(bundle, state, plan)];
        return found.Length > 0 || session is null ? found : await AssumptionsAsync(database, plan, session, cancel).ConfigureAwait(false);
    }

    /// <summary>What speaks against the database itself: a history that is not the bundle's.</summary>
    public static IReadOnlyList<Verdict> ToState(MigrationBundle bundle, DatabaseKind database, HistoryState state) => state.WrongTable is { } wrong
        ? [new(ExitCode.Differs, wrong)]
        : [.. Changed(bundle, database, state), .. Begun(bundle, database, state), .. Unknown(bundle, state)];

    /// <summary>What was not allowed.</summary>
    public static IEnumerable<Verdict> ToConsent(PlanOutcome plan, ApplyOptions options)
    {
        foreach (var entry in plan.Pending.Select(p => p.Entry).Where(e => e.BreakingChange && !options.AllowBreaking))
        {
            yield return new(ExitCode.Refused, BreakingNotAllowed.Rule.Says(entry.Version, entry.Class));
        }

        foreach (var migration in plan.Pending.Where(p => !options.AllowCode))
        {
            if (migration.Up.FirstOrDefault(s => s.Kind == StatementKind.Code) is { } step)
            {
                yield return new(ExitCode.Refused, CodeNotAllowed.Rule.Says(migration.Entry.Version, migration.Entry.Class, step.Text));
            }
        }

        foreach (var migration in plan.Pending.Where(p => p.Keeps.Count > 0 && options.KeepFor == TimeSpan.Zero && !options.AllowDataLoss))
        {
            yield return new(ExitCode.Refused, NothingKept.Rule.Says(migration.Entry.Version, migration.Entry.Class, migration.Keeps[0].Table));
        }

        foreach (var half in plan.Pending.Where(p => p.Interrupted is not null && !options.RepeatInterrupted))
        {
            yield return new(ExitCode.NeedsPerson, StepInterrupted.Rule.Says(half.Entry.Version, half.Entry.Class, Wording.Text(half.Interrupted!.Value)));
        }
    }

    /// <summary>What cannot share one transaction with the rest of the deployment, where that was asked.</summary>
    public static IEnumerable<Verdict> ToOneTransaction(PlanOutcome plan, ApplyOptions options, ISession? session)
    {
        if (options.Transaction != TransactionScope.Deployment)
        {
            yield break;
        }

        if (options.OnFailure == OnFailure.Pause)
        {
            yield return new(ExitCode.Usage, OptionsUnclear.Rule.Says("a deployment in one transaction has no migration to pause at, so '--transaction deployment' and '--on-failure pause' exclude each other"));
        }

        foreach (var migration in plan.Pending)
        {
            var why = migration.Entry.Transaction == TransactionMode.None ? "it asks for no transaction"
                : migration.Up.Any(s => s.Kind == StatementKind.Code) ? "it runs code"
                : migration.Up.FirstOrDefault(s => s.Kind != StatementKind.Check && session?.CanShareTransaction(s.Text) == false) is { } statement
                    ? $"a statement of it cannot, or has another effect in one ('{statement.Text.Split('\n')[0]}')"
                : null;
            if (why is not null)
            {
                yield return new(ExitCode.Refused, NotInOneTransaction.Rule.Says(migration.Entry.Version, migration.Entry.Class, why));
            }
        }
    }

    private static IEnumerable<Verdict> HalfDone(HistoryState state) => state.Unfinished
        .Where(u => u.Direction == Direction.Down)
        .Select(u => new Verdict(ExitCode.NeedsPerson, HalfUndone.Rule.Says(u.Version, u.Name, Wording.Text(u.Done.Count))));

    private static IEnumerable<Verdict> Changed(MigrationBundle bundle, DatabaseKind database, HistoryState state)
    {
        foreach (var applied in state.Applied.Where(a => a.Hash is not null))
        {
            if (bundle.Find(applied.Version) is { } entry && HashOf(entry, database) is var hash && hash != applied.Hash && SemanticHash.AreComparable(hash, applied.Hash!))
            {
                yield return new(ExitCode.Differs, applied.Bundle is { } other && other != bundle.Manifest.Name
                    ? VersionInTwoBundles.Rule.Says(entry.Version, entry.Class, bundle.Manifest.Name, applied.Name, other)
                    : MigrationChanged.Rule.Says(entry.Version, entry.Class, applied.Hash!, hash));
            }
        }
    }

    // What an interrupted run has done must be what the bundle says; the rest may be corrected, which is how one goes on.
    private static IEnumerable<Verdict> Begun(MigrationBundle bundle, DatabaseKind database, HistoryState state)
    {
        foreach (var half in state.Unfinished.Where(u => u.Done.Count > 0))
        {
            if (bundle.Find(half.Version) is { } entry && bundle.StatementsOrNone(entry, database, half.Direction) is var statements)
            {
                foreach (var (number, hash) in half.Done.Where(d => d.Key > statements.Count || Digest.Of(statements[d.Key - 1].Text) != d.Value).OrderBy(d => d.Key).Take(1))
                {
                    yield return new(ExitCode.Differs, MigrationChanged.Rule.Says(half.Version, half.Name, hash, number > statements.Count ? "nothing" : Digest.Of(statements[number - 1].Text)));
                }
            }
        }
    }

    private static IEnumerable<Verdict> Unknown(MigrationBundle bundle, HistoryState state) => state.Applied
        .Where(a => a.Entry > 0 && bundle.Find(a.Version) is null)
        .Select(a => new Verdict(ExitCode.Differs, MigrationNotInBundle.Rule.Says(a.Version, a.Name)));

    private static IEnumerable<Verdict> NotRendered(DatabaseKind database, PlanOutcome plan) => plan.Pending
        .Where(p => p.Entry.NotRendered.Contains(database))
        .Select(p => new Verdict(ExitCode.Refused, MigrationNotRendered.Rule.Says(
            p.Entry.Version, p.Entry.Class, Dialect.Of(database).Name, p.Entry.Problems.Count == 0 ? "" : p.Entry.Problems[0].Text)));

    private static IEnumerable<Verdict> Late(MigrationBundle bundle, HistoryState state, PlanOutcome plan)
    {
        foreach (var late in plan.Pending.Where(p => p.OutOfOrder && p.DoneAlready == 0))
        {
            foreach (var newer in state.Applied.Where(a => a.Version > late.Entry.Version))
            {
                if (bundle.Find(newer.Version)?.Tables.Intersect(late.Entry.Tables, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } table)
                {
                    yield return new(ExitCode.Refused, LateMigrationOverlaps.Rule.Says(late.Entry.Version, late.Entry.Class, Wording.Text(newer.Version), table));
                    break;
                }
            }
        }
    }

    // The first migration meets the database as it is now, so everything that must hold before it can be asked now.
    private static async Task<Verdict?> FirstAsync(Work work, ISession session, CancellationToken cancel)
    {
        try
        {
            await Checks.BeforeAsync(session, work, cancel).ConfigureAwait(false);
            return null;
        }
        catch (CheckFailedException e)
        {
            return new(ExitCode.Differs, e.Of(work, "was not run"));
        }
    }

    // An answer about a table that an earlier pending migration touches can only be checked when that one ran; the run does it then.
    private static async Task<IReadOnlyList<Verdict>> AssumptionsAsync(DatabaseKind database, PlanOutcome plan, ISession session, CancellationToken cancel)
    {
        if (plan.Pending.Count > 0 && plan.Pending[0].DoneAlready == 0 && await FirstAsync(ApplyWork.Of(plan.Pending[0], database, null), session, cancel).ConfigureAwait(false) is { } first)
        {
            return [first];
        }

        var touched = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var found = new List<Verdict>();
        foreach (var migration in plan.Pending.Where(p => p.DoneAlready == 0))
        {
            var work = ApplyWork.Of(migration, database, null);
            foreach (var assumption in work.Assumptions.Where(a => !touched.Contains(a.Table.ToString())))
            {
                if (!await session.HoldsAsync(assumption, cancel).ConfigureAwait(false))
                {
                    found.Add(new(ExitCode.Differs, Checks.Broken(work, assumption, "was not run")));
                }
            }

            touched.UnionWith(migration.Entry.Tables);
        }

        var works = plan.Pending.Select(p => ApplyWork.Of(p, database, null) with { DoneAlready = Enumerable.Range(1, p.DoneAlready).ToDictionary(n => n, _ => "") });
        return [.. found, .. await TableChecks.ToAsync([.. works], session, cancel).ConfigureAwait(false)];
    }

    private static string Nearest(MigrationBundle bundle, long version)
    {
        var versions = bundle.Manifest.Migrations.Select(m => m.Version).Where(v => v > 0).ToArray();
        return versions.Length == 0 ? "" : Wording.Text(versions.MinBy(v => Math.Abs(v - version)));
    }

    /// <summary>The semantic hash of a migration on a database.</summary>
    public static string HashOf(MigrationEntry entry, DatabaseKind database) =>
        entry.Hashes.FirstOrDefault(h => h.Database == database)?.Hash ?? entry.Hash;
}
