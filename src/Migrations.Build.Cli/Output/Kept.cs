using Migrations.Build.Cli.Commands;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Runner.Keeping;
using Migrations.Build.Runner.Planning;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells people of kept data.</summary>
internal static class Kept
{
    /// <summary>What is kept: rows, or columns of them.</summary>
    public static string What(string table, IReadOnlyCollection<string> columns) =>
        columns.Count == 0 ? $"rows of {table}" : string.Join(", ", columns.Select(c => table + "." + c));

    /// <summary>What a rollback keeps of what was written since.</summary>
    public static string Written(PlannedKeep keep, TimeSpan? keepFor) =>
        $"keeps {(keep.Columns.Count == 0 ? keep.Table : What(keep.Table, keep.Columns))}: {(keep.Rows is { } rows ? Words.Count(rows, "row") : "the rows")} written since, {KeepTime.Text(keepFor)}";

    /// <summary>A table of kept data, and where that is which found no place.</summary>
    public static Report AddTo(Report report, IReadOnlyCollection<KeptTable> tables)
    {
        Grid(report, tables);
        foreach (var left in tables.Where(t => t.State == KeptState.Left))
        {
            report.Line($"What was kept for {Words.Of(left.Version)} and found no place is in:").Line("  " + left.Name);
        }
        return report;
    }

    /// <summary>A table of kept data.</summary>
    public static Report Grid(Report report, IEnumerable<KeptTable> tables) => report.Grid(["version", "kept", "rows", "until", "state"], tables.Select(Row));

    private static string[] Row(KeptTable kept) =>
    [
        Words.Of(kept.Version),
        What(kept.Table, kept.Columns),
        Words.Of(kept.Rows),
        kept.Until is null ? "forever" : Words.Of(kept.Until),
        kept.Missing ? "dropped by hand"
            : kept.State == KeptState.Left ? $"left over, {Words.Count(kept.RowsLeft, "row")} without a place"
            : kept.Way == Direction.Down ? "kept for apply"
            : "kept",
    ];
}
