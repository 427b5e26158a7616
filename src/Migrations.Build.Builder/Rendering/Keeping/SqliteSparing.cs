using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>
/// Writes for SQLite the statements by which Down deletes no other rows than those that Up inserted, however its own statements find them: a trigger
/// notes each row that Up inserts, and another passes over every other row while Down deletes.
/// </summary>
internal sealed class SqliteSparing(Items<(Insertion Rows, string Noted)> insertions, Trace down)
{
    private const string Old = "OLD";
    private const string Kept = "migrations_k";

    /// <summary>What stands before a step of Up, or behind the last one.</summary>
    public IEnumerable<Statement> Notes(int at, int steps) =>
    [
        .. insertions.Where(i => i.Rows.Inserts.Any(p => p.Step == at - 1)).Select(i => $"DROP TRIGGER {Trigger(i.Noted)};").Select(Keep),
        .. at == steps ? insertions.SelectMany(Ended).Select(Keep) : [],
        .. insertions.Where(i => i.Rows.Inserts[0].Step == at).Select(Made).Select(Keep),
        .. insertions.SelectMany(i => i.Rows.Inserts.Where(p => p.Step == at).Select(p => Noting(i.Rows, i.Noted, p.Place))).Select(Keep),
    ];

    /// <summary>What stands before a step of Down, or behind the last one.</summary>
    public IEnumerable<Statement> Spares(int at) =>
    [
        .. insertions.Where(i => i.Rows.Deletes.Any(p => p.Step == at - 1)).Select(i => $"DROP TRIGGER {Trigger(i.Noted)};").Select(Restore),
        .. at == down.Steps.Count ? insertions.Select(i => $"DELETE FROM {KeepText.Name(i.Noted)};").Select(Restore) : [],
        .. insertions.SelectMany(i => i.Rows.Deletes.Where(p => p.Step == at).Select(p => Sparing(i.Rows, i.Noted, p))).Select(Restore),
    ];

    private static Statement Keep(string text) => new(StatementKind.Keep, text);

    private static Statement Restore(string text) => new(StatementKind.Restore, text);

    private static string Trigger(string noted) => KeepText.Name("migrations_trigger_" + noted[KeptData.Prefix.Length..]);

    // The columns of the noted table, by the names before Up, each with what it is by the names of now. Without a key, all that a row holds tells it, since VACUUM may number it anew.
    private static IEnumerable<(string Noted, string Now)> Columns(Insertion rows, KeptPlace now) => rows.Place.Key.Count > 0
        ? rows.Place.Key.Select((c, i) => (KeepText.Name(c), KeepText.Name(now.Key[i])))
        : rows.Place.Columns.Select((c, i) => (KeepText.Name(c), KeepText.Name(now.Columns[i]))).Prepend((KeepText.Name(KeepText.Row), now.RowNumber));

    private static string Same(Insertion rows, KeptPlace now, string row, string noted) =>
        string.Join(" AND ", Columns(rows, now).Select(c => $"{noted}.{c.Noted} IS {row}.{c.Now} COLLATE BINARY"));

    private static string Made((Insertion Rows, string Noted) insertion)
    {
        var place = insertion.Rows.Inserts[0].Place;
        return $"CREATE TABLE {KeepText.Name(insertion.Noted)} AS\nSELECT {string.Join(", ", Columns(insertion.Rows, place).Select(c => $"{c.Now} AS {c.Noted}"))}\nFROM {KeepText.Name(place.Table)}\nWHERE 0;";
    }

    private static string Noting(Insertion rows, string noted, KeptPlace now) =>
        $"CREATE TRIGGER {Trigger(noted)} AFTER INSERT ON {KeepText.Name(now.Table)}\nBEGIN\n  INSERT INTO {KeepText.Name(noted)} VALUES ({string.Join(", ", Columns(rows, now).Select(c => "NEW." + c.Now))});\nEND;";

    // A later step, or a trigger, may have changed or deleted what was inserted.
    private static IEnumerable<string> Ended((Insertion Rows, string Noted) insertion)
    {
        var (rows, noted) = (insertion.Rows, KeepText.Name(insertion.Noted));
        var table = KeepText.Name(rows.Last.Table);
        if (rows.Place.Key.Count > 0)
        {
            yield return $"DELETE FROM {noted} WHERE NOT EXISTS (\n  SELECT 1 FROM {table} WHERE {Same(rows, rows.Last, table, noted)});";
            yield break;
        }

        var number = $"{noted}.{KeepText.Name(KeepText.Row)} = {table}.{rows.Last.RowNumber}";
        yield return $"DELETE FROM {noted} WHERE NOT EXISTS (\n  SELECT 1 FROM {table} WHERE {number});";
        if (rows.Place.Columns.Count > 0)
        {
            yield return $"UPDATE {noted} SET {string.Join(", ", Columns(rows, rows.Last).Skip(1).Select(c => $"{c.Noted} = {table}.{c.Now}"))}\nFROM {table}\nWHERE {number};";
        }
    }

    // A row whose parent in the same table has just gone goes with it.
    private string Sparing(Insertion rows, string noted, PlaceAt at)
    {
        var table = KeepText.Name(at.Place.Table);
        var schema = down.Steps[at.Step].Before;
        var parents = schema.Tables.Find(at.Place.Table)!.ForeignKeys.Where(f => schema.Dialect.Same(f.Referenced, at.Place.Table)).Select(f => Parent(f, table, schema));
        var others = $"NOT EXISTS (SELECT 1 FROM {KeepText.Name(noted)} AS {Kept} WHERE {Same(rows, at.Place, Old, Kept)})";
        return $"CREATE TRIGGER {Trigger(noted)} BEFORE DELETE ON {table}\nWHEN {string.Join("\n  AND ", parents.Prepend(others))}\nBEGIN\n  SELECT RAISE(IGNORE);\nEND;";
    }

    private static string Parent(ForeignKey key, string table, Schema schema)
    {
        var targets = key.Targets(schema.Tables.Find(key.Referenced));
        return $"({string.Join(" OR ", key.Columns.Select(c => $"{Old}.{KeepText.Name(c)} IS NULL"))} OR EXISTS (SELECT 1 FROM {table} AS migrations_p WHERE "
            + string.Join(" AND ", key.Columns.Zip(targets, (c, t) => $"migrations_p.{KeepText.Name(t)} = {Old}.{KeepText.Name(c)}")) + "))";
    }
}
