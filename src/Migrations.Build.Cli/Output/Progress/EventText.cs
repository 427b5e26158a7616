using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner.Progress;

namespace Migrations.Build.Cli.Output.Progress;

/// <summary>Words what happens.</summary>
internal static class EventText
{
    /// <summary>The line; null for what is too small for one.</summary>
    public static string? Of(RunEvent happened) => happened switch
    {
        WaitingForLock { Holder: { } holder } => Invariant($"waiting for another runner: {holder.By}, process {holder.Process}, since {holder.Since.UtcDateTime:u}"),
        WaitingForLock => "waiting for another runner",
        MigrationStarted e => Invariant($"{e.Number} of {e.Total}  {Doing(e.Direction)} {e.Version} {e.Class}"),
        MigrationDone e => Invariant($"        {Done(e.Direction)} {e.Version} {e.Class} in {e.Took.TotalMilliseconds:0} ms"),
        MigrationFailed e => Invariant($"        failed {e.Version} {e.Class}"),
        UndoingDeployment e => Invariant($"undoing {Words.Count(e.Migrations, "migration")} of deployment {e.Deployment}"),
        _ => null,
    };

    public static string Doing(Direction direction) => direction == Direction.Up ? "applying" : "rolling back";

    private static string Done(Direction direction) => direction == Direction.Up ? "applied" : "rolled back";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
