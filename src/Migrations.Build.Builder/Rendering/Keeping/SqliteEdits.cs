using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>
/// Writes for SQLite the statements that find what somebody edited between a way and the way back: it stays. A kept row is then marked, with a digit
/// for each kept column, 1 where its value does not go back; a row that was written again, or that is gone, is marked as a whole.
/// </summary>
internal sealed class SqliteEdits(Func<TableName, Row, string> condition)
{
    private const string Whole = "'superseded'";

    /// <summary>What the way left is written beside what is kept.</summary>
    public static string Noted(KeepText keep)
    {
        var edited = keep.Keep.Restore!.Edited!;
        var table = KeepText.Name(edited.Table);
        var columns = keep.Watched.Select(w => (KeepText.Name(w.Noted), $"{table}.{KeepText.Name(w.Column)}")).ToList();
        if (keep.Has(KeepText.There))
        {
            columns.Add((KeepText.Name(KeepText.There), "1"));
        }

        return $"UPDATE {keep.KeptTable} SET {string.Join(", ", columns.Select(c => $"{c.Item1} = {c.Item2}"))}\nFROM {table}\nWHERE {keep.Same(table, keep.KeptTable, edited)};";
    }

    /// <summary>Marks what was edited.</summary>
    public string Superseded(KeepText keep)
    {
        var edited = keep.Keep.Restore!.Edited!;
        var (table, state, there) = (KeepText.Name(edited.Table), KeepText.Name(KeepText.State), KeepText.Name(KeepText.There));
        var row = $"FROM {table} WHERE {keep.Same(table, keep.KeptTable, edited)}";
        if (keep.Keep.Kind == KeepKind.Rows && !keep.Has(KeepText.There))
        {
            return $"UPDATE {keep.KeptTable} SET {state} = {Whole} WHERE EXISTS (\n  SELECT 1 {row});";
        }

        var parts = keep.Keep.From.Columns.Select((_, i) => Part(keep, i, table)).ToArray();
        var marks = string.Join(" || ", parts.Select(p => p is null ? "'0'" : $"CASE WHEN {p} THEN '1' ELSE '0' END"));
        var changed = string.Join(" OR ", parts.OfType<string>().Distinct());
        return keep.Keep.Kind == KeepKind.Values
            ? $"UPDATE {keep.KeptTable} SET {state} = (\n  SELECT {marks} {row})\nWHERE EXISTS (\n  SELECT 1 {row} AND ({changed}));"
            : $"UPDATE {keep.KeptTable} SET {state} = CASE {there} WHEN 1 THEN coalesce((\n  SELECT {marks} {row}), {Whole}) ELSE {Whole} END\n"
                + $"WHERE CASE {there} WHEN 1 THEN NOT EXISTS (\n  SELECT 1 {row}{(changed.Length == 0 ? "" : $" AND NOT ({changed})")}) ELSE EXISTS (\n  SELECT 1 {row}) END;";
    }

    // The condition that the value of a kept column is not to go back; null where nothing tells it.
    private string? Part(KeepText keep, int part, string table)
    {
        var now = keep.Keep.Restore!.Edited!.Columns[part];
        if (keep.IsKnown)
        {
            return now.Length == 0 ? null : $"({condition(keep.Keep.Restore.Edited.Table, NewValue(keep, keep.Keep.From.Columns[part], now))}) IS NOT TRUE";
        }

        var told = keep.Watched.Where(w => w.Part == part || (w.Part is null && now.Length == 0)).Select(w => (Now: $"{table}.{KeepText.Name(w.Column)}", Noted: $"{keep.KeptTable}.{KeepText.Name(w.Noted)}")).ToArray();
        return told.Length == 0 ? null : string.Join(" OR ", told.Select(t => $"{t.Now} IS NOT {t.Noted} COLLATE BINARY OR typeof({t.Now}) <> typeof({t.Noted})"));
    }

    private static Row NewValue(KeepText keep, string column, string now) =>
        new(Items.Of(new Cell(now, keep.Keep.NewValues.First(c => AsciiComparer.IgnoreCase.Equals(c.Column, column)).Value)));
}
