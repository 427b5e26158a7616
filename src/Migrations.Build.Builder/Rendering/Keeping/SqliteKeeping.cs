using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>Writes for SQLite the statements that keep what one way of a migration destroys, and those that bring it back on the way back.</summary>
/// <param name="keeps">What is kept.</param>
/// <param name="back">The way back.</param>
/// <param name="condition">The condition that a row has the values of the cells.</param>
internal sealed class SqliteKeeping(Items<KeepText> keeps, Trace back, Func<TableName, Row, string> condition)
{
    private readonly SqliteRestoring _restoring = new(back);

    /// <summary>What stands behind the step before: what it left as it was is kept no longer.</summary>
    public IEnumerable<Statement> Trims(int at) => keeps.Where(k => k.Keep.Step == at - 1 && k.Keep.Trims).Select(k => new Statement(StatementKind.Keep, Trimmed(k)));

    /// <summary>What stands before a step: what it destroys is kept.</summary>
    public IEnumerable<Statement> Keeps(int at) => keeps.Where(k => k.Keep.Step == at).Select(k => new Statement(StatementKind.Keep, Kept(k)));

    /// <summary>What stands before a step of the way back, or behind the last one. What was kept last goes back first.</summary>
    public IEnumerable<Statement> Restores(int at) =>
    [
        .. at == 0 ? keeps.Where(k => k.HasState).Select(k => new Statement(StatementKind.Restore, Superseded(k))) : [],
        .. keeps.Where(k => k.Keep.Restore?.After == at).Reverse().SelectMany(_restoring.Of),
    ];

    private string Kept(KeepText keep)
    {
        var (own, from) = (keep.Keep, keep.Keep.From);
        if (keep.Numbers)
        {
            return $"CREATE TABLE {keep.KeptTable} AS\nSELECT name, seq\nFROM sqlite_sequence\nWHERE {KeepText.IsNumberOf(from.Table)};";
        }

        var names = own.Kind == KeepKind.Rows ? from.Columns : own.Kind == KeepKind.Values && keep.ByRow ? from.Columns.Concat(from.Beside) : from.Key.Concat(from.Columns);
        var columns = names.Select(KeepText.Name).ToList();
        if (keep.ByRow)
        {
            columns.Insert(0, $"{from.RowNumber} AS {KeepText.Name(KeepText.Row)}");
        }

        if (keep.HasState)
        {
            columns.Add($"NULL AS {KeepText.Name(KeepText.State)}");
        }

        var where = own.Where.Count == 0 ? "" : "\nWHERE " + string.Join(" OR ", own.Where.Select(r => $"({condition(from.Table, r)})"));
        return $"CREATE TABLE {keep.KeptTable} AS\nSELECT {string.Join(", ", columns)}\nFROM {KeepText.Name(from.Table)}{where};";
    }

    // What the step left as it was needs no keeping.
    private static string Trimmed(KeepText keep)
    {
        var table = KeepText.Name(keep.Keep.From.Table);
        var same = string.Concat(keep.Keep.From.Columns.Select(KeepText.Name)
            .Select(c => (keep.Keep.ComesBack ? "" : $" AND typeof({table}.{c}) = typeof({keep.KeptTable}.{c})") + $" AND {table}.{c} IS {keep.KeptTable}.{c} COLLATE BINARY"));
        return $"DELETE FROM {keep.KeptTable} WHERE EXISTS (\n  SELECT 1 FROM {table} WHERE {keep.Same(table, keep.KeptTable, keep.Keep.From, "IS")}{same});";
    }

    // Rows that somebody wrote again, and values that somebody changed, meanwhile: the newer ones stay.
    private string Superseded(KeepText keep)
    {
        var edited = keep.Keep.Restore!.Edited!;
        var table = KeepText.Name(edited.Table);
        var changed = keep.Keep.Kind == KeepKind.Rows ? "" : $" AND {Changed(keep, edited, table)}";
        return $"UPDATE {keep.KeptTable} SET {KeepText.Name(KeepText.State)} = 'superseded' WHERE EXISTS (\n  SELECT 1 FROM {table} WHERE {keep.Same(table, keep.KeptTable, edited)}{changed});";
    }

    private string Changed(KeepText keep, KeptPlace edited, string table)
    {
        var columns = keep.Keep.From.Columns;
        return keep.Keep.NewValues.Count == 0
            ? "(" + string.Join(" OR ", columns.Select((c, i) => $"{table}.{KeepText.Name(edited.Columns[i])} IS NOT {keep.KeptTable}.{KeepText.Name(c)} COLLATE BINARY")) + ")"
            : "(" + string.Join(" OR ", columns.Select((c, i) => $"({condition(edited.Table, NewValue(keep, c, edited.Columns[i]))}) IS NOT TRUE")) + ")";
    }

    private static Row NewValue(KeepText keep, string column, string now) =>
        new(Items.Of(new Cell(now, keep.Keep.NewValues.First(c => AsciiComparer.IgnoreCase.Equals(c.Column, column)).Value)));
}
