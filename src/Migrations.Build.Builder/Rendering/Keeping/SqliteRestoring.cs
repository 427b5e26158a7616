using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>Writes the statements that bring kept data back, for SQLite.</summary>
/// <param name="keeps">All that is kept.</param>
/// <param name="back">The way back.</param>
internal sealed class SqliteRestoring(Items<KeepText> keeps, Trace back)
{
    private const string Kept = Placing.Kept;

    /// <summary>The statements; triggers of the table are away meanwhile, since nothing happens that they should know of.</summary>
    public IEnumerable<Statement> Of(KeepText keep)
    {
        var restore = keep.Keep.Restore!;
        if (keep.Numbers)
        {
            return Numbered(keep, restore.To.Table).Select(text => new Statement(StatementKind.Restore, text));
        }

        var place = Placing.Of(keep, back);
        var triggers = place.Schema.Triggers.Where(t => t.Table is { } watched && place.Schema.Dialect.Same(watched, place.Table.Name)).ToList();
        return
        [
            // Of rows in a circle the first refers to one that is not there yet.
            .. restore.InCircle ? [new Statement(Aside(keep), Statement.DeferReferences)] : Array.Empty<Statement>(),
            .. triggers.Select(t => new Statement(Aside(keep), $"DROP TRIGGER {KeepText.Name(t.Name)};")),
            .. Texts(place).Select(text => new Statement(StatementKind.Restore, text)),
            .. triggers.Select(t => new Statement(Aside(keep), t.Text.Trim().TrimEnd(';') + ";")),
        ];
    }

    // On the way up nothing is restored but what a rollback kept, and where it kept nothing the triggers stay.
    private static StatementKind Aside(KeepText keep) => keep.Way == Direction.Down ? StatementKind.Restore : StatementKind.Sql;

    // A number that was given once is never given again, whatever became of its row.
    private static IEnumerable<string> Numbered(KeepText keep, TableName table)
    {
        var own = KeepText.IsNumberOf(table);
        var name = table.Name.Replace("'", "''", StringComparison.Ordinal);
        yield return $"UPDATE sqlite_sequence SET seq = max(sqlite_sequence.seq, {Kept}.seq)\nFROM {keep.KeptTable} AS {Kept}\nWHERE {own};";
        yield return $"INSERT INTO sqlite_sequence (name, seq)\nSELECT '{name}', {Kept}.seq\nFROM {keep.KeptTable} AS {Kept}\nWHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE {own});";
    }

    private IEnumerable<string> Texts(Placing place)
    {
        var (keep, to, restore) = (place.Keep, place.To, place.Keep.Keep.Restore!);
        if (keep.Keep.Kind == KeepKind.Values)
        {
            var apart = restore.Unique.Select(columns => Staying.Apart(place, columns));
            yield return Updated(place, to.Columns.Select((c, i) => (c, keep.Keep.From.Columns[i])), Parents(place).Concat(apart));
            yield break;
        }

        if (keep.Way == Direction.Down && restore.Replaces)
        {
            yield return Again(keep, to);
            foreach (var text in restore.IsMadeAgain ? GivenWay(place) : [])
            {
                yield return text;
            }
        }

        if (!(restore.Replaces || keep.Keep.Changes) || (keep.ByRow && !restore.IsMadeAgain) || to.Columns.Count == to.Key.Count)
        {
            yield return Inserted(place);
            yield break;
        }

        // Rows that changed may stand in the way of those that come back, but may refer to them in the same table.
        var self = place.References.Any(k => place.Schema.Dialect.Same(k.Key.Referenced, place.Table.Name));
        var columns = to.Columns.Select((c, i) => (Now: c, Then: keep.Keep.From.Columns[i])).Where(c => !to.Key.Contains(c.Now)).ToArray();
        yield return self ? Inserted(place) : Updated(place, columns, Parents(place));
        yield return self ? Updated(place, columns, Parents(place).Append(Differs(to, columns))) : Inserted(place);
    }

    // Rows that Up writes anew, and nobody had changed, are in their place. In a table that stays they may have other numbers than the first time.
    private static string Again(KeepText keep, KeptPlace to)
    {
        var name = KeepText.Name(to.Table);
        string[] Equal(IEnumerable<(string Then, string Now)> columns) => [.. columns.Select(c => keep.Equal(name, c.Now, c.Then))];
        var columns = keep.Keep.From.Columns.Zip(to.Columns);
        var same = keep.Keep.Restore is { IsMadeAgain: false } && Equal(columns.Where(c => !to.Key.Contains(c.Second))) is { Length: > 0 } without
            ? without
            : Equal(columns).Prepend(keep.Same(name, keep.KeptTable, to, "IS"));
        return $"DELETE FROM {keep.KeptTable} WHERE EXISTS (\n  SELECT 1 FROM {name} WHERE {string.Join(" AND ", same)});";
    }

    // Rows that Up wrote into the table that it made give way to the kept ones whose unique values they have, unless other rows may refer to them.
    private static IEnumerable<string> GivenWay(Placing place)
    {
        var (schema, to, kept) = (place.Schema, place.To, place.Keep.KeptTable);
        if (place.Keep.ByRow || schema.Tables.Any(t => t.ForeignKeys.Any(k => schema.Dialect.Same(k.Referenced, place.Table.Name))))
        {
            return [];
        }

        return Staying.UniqueKeys(place).Select(columns =>
        {
            var equal = string.Join(" AND ", columns.Select(c => $"{place.Name}.{KeepText.Name(c)} = {Kept}.{KeepText.Name(place.Then(c)!)}"));
            return $"DELETE FROM {place.Name} WHERE EXISTS (\n  SELECT 1 FROM {kept} AS {Kept} WHERE {equal} AND NOT ({place.Keep.Same(place.Name, Kept, to)}));";
        });
    }

    // Each kept row counts once.
    private static string Differs(KeptPlace to, IEnumerable<(string Now, string Then)> columns) =>
        "(" + string.Join(" OR ", columns.Select(c => $"{KeepText.Name(to.Table)}.{KeepText.Name(c.Now)} IS NOT {Kept}.{KeepText.Name(c.Then)} COLLATE BINARY")) + ")";

    // A value that stands in the way of another, or whose parent is gone, has no place; it stays kept.
    private static string Updated(Placing place, IEnumerable<(string Now, string Then)> columns, IEnumerable<string> conditions)
    {
        var keep = place.Keep;
        var set = string.Join(", ", columns.Select(c => $"{KeepText.Name(c.Now)} = {place.Unedited(c.Then, $"{place.Name}.{KeepText.Name(c.Now)}")}"));
        return $"UPDATE OR IGNORE {place.Name} SET {set}\nFROM {keep.KeptTable} AS {Kept}\nWHERE {keep.Same(place.Name, Kept, place.To)}{string.Concat(place.GoesBack.Concat(conditions).Select(p => "\n  AND " + p))};";
    }

    private string Inserted(Placing place)
    {
        var (keep, to, table) = (place.Keep, place.To, place.Table);
        var number = $"{Kept}.{KeepText.Name(KeepText.Row)}";
        // Where the table is not new, a number may have been given again; rows that have theirs go first, so that no other takes it.
        var taken = keep.ByRow && keep.Keep.Restore is { IsNew: false, IsMadeAgain: false } ? $"EXISTS (SELECT 1 FROM {place.Name} AS migrations_n WHERE migrations_n.{to.RowNumber} = {number})" : null;
        var columns = to.Columns.Select(KeepText.Name).ToList();
        var values = keep.Keep.From.Columns.Select(c => $"{Kept}.{KeepText.Name(c)}").ToList();
        if (keep.ByRow)
        {
            columns.Insert(0, to.RowNumber);
            values.Insert(0, taken is null ? number : $"CASE WHEN {taken} THEN NULL ELSE {number} END");
        }

        // Columns that came or come while the rows were or are away, and take no NULL.
        foreach (var column in table.Columns.Where(c => Neutral.Needs(c) && !to.Columns.Contains(c.Name, place.Schema.Dialect.Names)))
        {
            columns.Add(KeepText.Name(column.Name));
            values.Add(Neutral.Of(column.Type));
        }

        string[] conditions = [.. Alone(place), .. Missing(place)];
        var where = conditions.Length == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", conditions);
        return $"INSERT OR IGNORE INTO {place.Name} ({string.Join(", ", columns)})\nSELECT {string.Join(", ", values)}\nFROM {keep.KeptTable} AS {Kept}{where}{(taken is null ? "" : "\nORDER BY " + taken)};";
    }

    private IEnumerable<string> Alone(Placing place)
    {
        var group = place.Keep.Keep.Restore!.InCircle
            ? keeps.Where(k => !k.Numbers && k.Keep.Restore is { InCircle: true } other && other.Turn == place.Keep.Keep.Restore.Turn).Select(k => Placing.Of(k, back)).ToArray()
            : [place];
        return Staying.Depends(group) ? [Staying.WithParents(place, group)] : [.. place.GoesBack, .. Parents(place)];
    }

    private static IEnumerable<string> Missing(Placing place) => place.Keep.ByRow && place.Keep.Keep.Restore is { Replaces: true, IsMadeAgain: false }
        ? [$"NOT EXISTS (SELECT 1 FROM {place.Name} WHERE {string.Join(" AND ", place.To.Columns.Select((c, i) => $"{place.Name}.{KeepText.Name(c)} IS {Kept}.{KeepText.Name(place.Keep.Keep.From.Columns[i])}"))})"]
        : [];

    // A row whose parent is gone meanwhile has no place; it stays kept.
    private static IEnumerable<string> Parents(Placing place) => place.References.Select(k =>
        $"({string.Join(" OR ", k.Key.Columns.Select(c => place.Value(c) + " IS NULL"))} OR {place.IsThere(k.Key, k.Targets)})");
}
