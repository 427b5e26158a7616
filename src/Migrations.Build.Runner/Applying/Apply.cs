using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;
using Migrations.Build.Runner.Locking;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Runner.Applying;

/// <summary>Applies what is pending.</summary>
public static class Apply
{
    /// <summary>Applies the bundle's pending migrations, each in a transaction of its own where it did not ask for none.</summary>
    public static Task<ApplyOutcome> RunAsync(MigrationBundle bundle, RunSettings settings, ApplyOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => RunAsync(database, bundle, settings.For(bundle), options, cancel), End);

    private static async Task<ApplyOutcome> RunAsync(IDatabase database, MigrationBundle bundle, RunSettings settings, ApplyOptions options, CancellationToken cancel)
    {
        if (Verb.NotMeant(bundle, settings) is { } wrong)
        {
            return End(wrong);
        }

        if (options.Requested.Objection(bundle) is { } unclear)
        {
            return End(unclear);
        }

        if (options.DryRun)
        {
            var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
            await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
            var planned = (await PrepareAsync(bundle, settings, options, session, cancel).ConfigureAwait(false)).Outcome;
            return planned with { Plan = planned.Plan! with { Pending = await PlannedKeeps.CountAsync(planned.Plan.Pending, session, cancel).ConfigureAwait(false) } };
        }

        if (await Turn.TakeAsync(database, Access.Make, settings, cancel).ConfigureAwait(false) is not { } turn)
        {
            return End(Verb.Held(database, await LockTable.HolderAsync(database, cancel).ConfigureAwait(false)));
        }

        await using (turn.ConfigureAwait(false))
        {
            var (outcome, state) = await PrepareAsync(bundle, settings, options, turn.Session, cancel).ConfigureAwait(false);
            return outcome.Code != ExitCode.Done || (outcome.Plan!.Pending.Count == 0 && IsKnown(state, bundle))
                ? outcome
                : await new Deploying(bundle, settings, options, turn.Session!).RunAsync(outcome, state, cancel).ConfigureAwait(false);
        }
    }

    // A release without migrations is the last deployment, too; the same bundle again says nothing new.
    private static bool IsKnown(HistoryState state, MigrationBundle bundle)
    {
        var runs = state.Runs.Where(r => r.Applies(bundle.Manifest.Name)).ToList();
        var empty = runs.TakeWhile(r => r.IsEmpty).Count();
        return runs.Take(empty + 1).Any(r => r.Digest == bundle.Digest);
    }

    private static async Task<(ApplyOutcome Outcome, HistoryState State)> PrepareAsync(
        MigrationBundle bundle, RunSettings settings, ApplyOptions options, ISession? session, CancellationToken cancel)
    {
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        var plan = Planner.Make(bundle, settings.Database, state, options.To, options.Requested);
        var objections = await Objections.ToPlanAsync(bundle, settings.Database, state, plan, options.To, session, cancel).ConfigureAwait(false);
        Verdict[] all = [.. objections, .. Objections.ToConsent(plan, options), .. Objections.ToOneTransaction(plan, options, session)];
        return (new(all.Length > 0 ? all[0].Code : ExitCode.Done) { Plan = plan, Findings = all.Select(o => o.Finding).Concat(plan.Findings).ToItems() }, state);
    }

    private static ApplyOutcome End(Verdict verdict) => new(verdict.Code) { Findings = Items.Of(verdict.Finding) };
}
