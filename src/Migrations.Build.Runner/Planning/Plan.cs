using Migrations.Build.Bundle;
using Migrations.Build.Model;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Planning;

/// <summary>Tells what would run.</summary>
public static class Plan
{
    /// <summary>Compares the bundle with the database. Nothing is written or locked.</summary>
    public static Task<PlanOutcome> MakeAsync(MigrationBundle bundle, RunSettings settings, PlanOptions options, CancellationToken cancel) =>
        Verb.RunAsync(settings, database => MakeAsync(database, bundle, settings.For(bundle), options, cancel), v => new PlanOutcome(v.Code) { Findings = Items.Of(v.Finding) });

    private static async Task<PlanOutcome> MakeAsync(IDatabase database, MigrationBundle bundle, RunSettings settings, PlanOptions options, CancellationToken cancel)
    {
        if (Verb.NotMeant(bundle, settings) is { } wrong)
        {
            return new(wrong.Code) { Findings = Items.Of(wrong.Finding) };
        }

        if (options.Requested.Objection(bundle) is { } unclear)
        {
            return new(unclear.Code) { Findings = Items.Of(unclear.Finding) };
        }

        var session = await database.OpenAsync(Access.Read, cancel).ConfigureAwait(false);
        await using var open = (session ?? (IAsyncDisposable)new Nothing()).ConfigureAwait(false);
        var state = await HistoryReader.ReadAsync(session, settings, cancel).ConfigureAwait(false);
        var plan = Planner.Make(bundle, settings.Database, state, options.To, options.Requested);
        var objections = await Objections.ToPlanAsync(bundle, settings.Database, state, plan, options.To, session, cancel).ConfigureAwait(false);
        return plan with
        {
            Pending = await PlannedKeeps.CountAsync(plan.Pending, session, cancel).ConfigureAwait(false),
            Code = objections.Count > 0 ? objections[0].Code : options.Check && plan.Pending.Count > 0 ? ExitCode.Pending : ExitCode.Done,
            Findings = objections.Select(o => o.Finding).Concat(plan.Findings).ToItems(),
        };
    }
}
