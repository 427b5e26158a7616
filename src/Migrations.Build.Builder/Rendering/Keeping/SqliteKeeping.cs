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
    private readonly SqliteRestoring _restoring = new(keeps, back);
    private readonly SqliteEdits _edits = new(condition);

    /// <summary>What stands behind the step before: what it left as it was is kept no longer.</summary>
    public IEnumerable<Statement> Trims(int at) => keeps.Where(k => k.Keep.Step == at - 1 && k.Keep.Trims).Select(k => new Statement(StatementKind.Keep, Trimmed(k)));

    /// <summary>What stands before a step: what it destroys is kept.</summary>
    public IEnumerable<Statement> Keeps(int at) => keeps.Where(k => k.Keep.Step == at).Select(k => new Statement(StatementKind.Keep, Kept(k)));

    /// <summary>What stands behind the last step: what the way left is noted, to be compared with what is there when the way back begins.</summary>
    public IEnumerable<Statement> Notes => keeps.Where(k => k.Watched.Count > 0).Select(k => new Statement(StatementKind.Keep, SqliteEdits.Noted(k)));

    /// <summary>What stands before a step of the way back, or behind the last one. What was kept last goes back first.</summary>
    public IEnumerable<Statement> Restores(int at) =>
    [
        .. at == 0 ? keeps.Where(k => k.HasState).Select(k => new Statement(StatementKind.Restore, _edits.Superseded(k))) : [],
        .. keeps.Where(k => k.Keep.Restore?.After == at).Reverse().OrderBy(k => k.Keep.Restore!.Turn).SelectMany(_restoring.Of),
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

        columns.AddRange(keep.Watched.Select(w => w.Noted).Concat(Items.Of(KeepText.There, KeepText.State).Where(keep.Has)).Select(c => $"NULL AS {KeepText.Name(c)}"));

        var where = own.Where.Count == 0 ? "" : "\nWHERE " + string.Join(" OR ", own.Where.Select(r => $"({condition(from.Table, r)})"));
        return $"CREATE TABLE {keep.KeptTable} AS\nSELECT {string.Join(", ", columns)}\nFROM {KeepText.Name(from.Table)}{where};";
    }

    // What the step left as it was needs no keeping. As a floating number, the least whole one does not become whole again.
    private static string Trimmed(KeepText keep)
    {
        var table = KeepText.Name(keep.Keep.From.Table);
        var same = string.Concat(keep.Keep.From.Columns.Select(KeepText.Name)
            .Select(c => (keep.Keep.ComesBack ? $" AND {keep.KeptTable}.{c} IS NOT -9223372036854775808" : $" AND typeof({table}.{c}) = typeof({keep.KeptTable}.{c})") + $" AND {table}.{c} IS {keep.KeptTable}.{c} COLLATE BINARY"));
        return $"DELETE FROM {keep.KeptTable} WHERE EXISTS (\n  SELECT 1 FROM {table} WHERE {keep.Same(table, keep.KeptTable, keep.Keep.From, "IS")}{same});";
    }
}
