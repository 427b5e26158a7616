using System.Globalization;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells people what ran.</summary>
internal static class RanReport
{
    public static Report Of(IReadOnlyList<RanMigration> ran, long? deployment) => new Report()
        .Grid(["way", "version", "migration", "statements", "ms"], ran.Select(Row))
        .Title($"{Words.Count(ran.Count, "migration")} ran as deployment {Words.Of(deployment)}.");

    private static string[] Row(RanMigration ran) =>
    [
        ran.Direction == Direction.Up ? "up" : "down",
        Words.Of(ran.Version),
        ran.Class,
        ran.Statements.ToString(CultureInfo.InvariantCulture),
        ran.Took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
    ];
}
