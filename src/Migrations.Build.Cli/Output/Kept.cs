using Migrations.Build.Runner.Keeping;

namespace Migrations.Build.Cli.Output;

/// <summary>Tells people of kept data.</summary>
internal static class Kept
{
    /// <summary>What is kept: rows, or columns of them.</summary>
    public static string What(string table, IReadOnlyCollection<string> columns) =>
        columns.Count == 0 ? $"rows of {table}" : string.Join(", ", columns.Select(c => table + "." + c));

    public static string[] Row(KeptTable kept) =>
    [
        Words.Of(kept.Version),
        What(kept.Table, kept.Columns),
        Words.Of(kept.Rows),
        kept.Until is null ? "forever" : Words.Of(kept.Until),
        kept.Missing ? $"missing: {kept.Name} was dropped by hand"
            : kept.State == KeptState.Left ? $"left over: {Words.Count(kept.RowsLeft, "row")} without a place, in {kept.Name}"
            : "kept",
    ];
}
