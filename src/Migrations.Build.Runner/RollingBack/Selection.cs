using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Rules.Toolchain;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.RollingBack;

/// <summary>Chooses the migrations to undo: always in the reverse of the order in which they were applied.</summary>
internal static class Selection
{
    /// <summary>The migrations that the options mean, the last applied first.</summary>
    /// <param name="state">Where the database stands.</param>
    /// <param name="options">The options.</param>
    /// <param name="bundle">The name of the bundle whose deployment is meant; null for any.</param>
    public static IEnumerable<AppliedMigration> Of(HistoryState state, RollbackOptions options, string? bundle)
    {
        var backwards = state.Applied.Reverse();
        if (options.Steps is { } steps)
        {
            return backwards.Take(Math.Max(0, steps - (state.BrokenRollback?.Undone ?? 0)));
        }

        if (options.To is { } version)
        {
            return backwards.Where(a => a.Version > version);
        }

        return Last(state, bundle) is { } last ? backwards.Where(a => a.Deployment == last.Number && !a.Baselined) : [];
    }

    /// <summary>The last run that applied, or was to, whatever became of it: only what it applied and what is still there is undone. A rollback that was broken off goes on.</summary>
    public static Run? Last(HistoryState state, string? bundle) =>
        state.BrokenRollback?.Target is { } target && target.Applies(bundle) ? target : state.Runs.FirstOrDefault(r => r.Applies(bundle));

    /// <summary>Why the options mean nothing here; null when they do.</summary>
    public static Verdict? Objection(HistoryState state, RollbackOptions options)
    {
        var said = (options.To is null ? 0 : 1) + (options.Steps is null ? 0 : 1) + (options.LastDeployment ? 1 : 0);
        if (said != 1 || options.Steps < 1 || options.To < 0)
        {
            return new(ExitCode.Usage, OptionsUnclear.Rule.Says(
                "a rollback needs exactly one of --to (a version, or 0), --steps (1 or more) and --deployment last"));
        }

        if (options.To is > 0 and var version && state.Applied.All(a => a.Version != version))
        {
            return new(ExitCode.Usage, VersionUnknown.Rule.Says(Wording.Text(version), "applied", ""));
        }

        return state.Unfinished.FirstOrDefault(u => u.Direction == Direction.Up) is { } half
            ? new(ExitCode.NeedsPerson, HalfApplied.Rule.Says(half.Version, half.Name, Wording.Text(half.Done.Count)))
            : null;
    }
}
