using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>Writes the statements that bring kept data back, for SQLite.</summary>
internal sealed class SqliteRestoring(Trace back)
{
    // No table of a project goes by such a name.
    private const string Kept = "migrations_k";
    private const string Parent = "migrations_p";
    private const string There = "migrations_n";

    /// <summary>The statements; triggers of the table are away meanwhile, since nothing happens that they should know of.</summary>
    public IEnumerable<Statement> Of(KeepText keep)
    {
        var restore = keep.Keep.Restore!;
        if (keep.Numbers)
        {
            return Numbered(keep, restore.To.Table).Select(text => new Statement(StatementKind.Restore, text));
        }

        var schema = restore.After == 0 ? back.Before : back.Steps[restore.After - 1].After;
        var table = schema.Tables.Find(restore.To.Table)!;
        var triggers = schema.Triggers.Where(t => t.Table is { } watched && schema.Dialect.Same(watched, table.Name)).ToList();
        return
        [
            .. triggers.Select(t => Statement.Sql($"DROP TRIGGER {KeepText.Name(t.Name)};")),
            .. Texts(keep, table, schema).Select(text => new Statement(StatementKind.Restore, text)),
            .. triggers.Select(t => Statement.Sql(t.Text.Trim().TrimEnd(';') + ";")),
        ];
    }

    // A number that was given once is never given again, whatever became of its row.
    private static IEnumerable<string> Numbered(KeepText keep, TableName table)
    {
        var own = KeepText.IsNumberOf(table);
        var name = table.Name.Replace("'", "''", StringComparison.Ordinal);
        yield return $"UPDATE sqlite_sequence SET seq = max(sqlite_sequence.seq, {Kept}.seq)\nFROM {keep.KeptTable} AS {Kept}\nWHERE {own};";
        yield return $"INSERT INTO sqlite_sequence (name, seq)\nSELECT '{name}', {Kept}.seq\nFROM {keep.KeptTable} AS {Kept}\nWHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE {own});";
    }

    private IEnumerable<string> Texts(KeepText keep, Table table, Schema schema)
    {
        var to = keep.Keep.Restore!.To;
        if (keep.Keep.Kind == KeepKind.Values)
        {
            yield return Updated(keep, to, to.Columns.Select((c, i) => (c, keep.Keep.From.Columns[i])), Parents(keep, to, table, schema));
            yield break;
        }

        if (!(keep.Keep.Restore.Replaces || keep.Keep.Changes) || keep.ByRow || to.Columns.Count == to.Key.Count)
        {
            yield return Inserted(keep, to, table, schema);
            yield break;
        }

        // Rows that changed may stand in the way of those that come back, but may refer to them in the same table.
        var (self, parents) = (table.ForeignKeys.Any(f => schema.Dialect.Same(f.Referenced, table.Name)), Parents(keep, to, table, schema));
        var columns = to.Columns.Select((c, i) => (Now: c, Then: keep.Keep.From.Columns[i])).Where(c => !to.Key.Contains(c.Now)).ToArray();
        yield return self ? Inserted(keep, to, table, schema) : Updated(keep, to, columns, parents);
        yield return self ? Updated(keep, to, columns, parents.Append(Differs(to, columns))) : Inserted(keep, to, table, schema);
    }

    // Each kept row counts once.
    private static string Differs(KeptPlace to, IEnumerable<(string Now, string Then)> columns) =>
        "(" + string.Join(" OR ", columns.Select(c => $"{KeepText.Name(to.Table)}.{KeepText.Name(c.Now)} IS NOT {Kept}.{KeepText.Name(c.Then)} COLLATE BINARY")) + ")";

    // A value that stands in the way of another, or whose parent is gone, has no place; it stays kept.
    private static string Updated(KeepText keep, KeptPlace to, IEnumerable<(string Now, string Then)> columns, IEnumerable<string> parents)
    {
        var name = KeepText.Name(to.Table);
        var set = string.Join(", ", columns.Select(c => $"{KeepText.Name(c.Now)} = {Unedited(keep, $"{Kept}.{KeepText.Name(c.Then)}", $"{name}.{KeepText.Name(c.Now)}", c.Then)}"));
        return $"UPDATE OR IGNORE {name} SET {set}\nFROM {keep.KeptTable} AS {Kept}\nWHERE {keep.Same(name, Kept, to)}{NotSuperseded(keep, " AND ")}{string.Concat(parents.Select(p => "\n  AND " + p))};";
    }

    private string Inserted(KeepText keep, KeptPlace to, Table table, Schema schema)
    {
        var (name, number) = (KeepText.Name(to.Table), $"{Kept}.{KeepText.Name(KeepText.Row)}");
        // Where the table is not new, a number may have been given again; rows that have theirs go first, so that no other takes it.
        var taken = keep.ByRow && !keep.Keep.Restore!.IsNew ? $"EXISTS (SELECT 1 FROM {name} AS {There} WHERE {There}.{to.RowNumber} = {number})" : null;
        var columns = to.Columns.Select(KeepText.Name).ToList();
        var values = keep.Keep.From.Columns.Select(c => $"{Kept}.{KeepText.Name(c)}").ToList();
        if (keep.ByRow)
        {
            columns.Insert(0, to.RowNumber);
            values.Insert(0, taken is null ? number : $"CASE WHEN {taken} THEN NULL ELSE {number} END");
        }

        // Columns that came or come while the rows were or are away, and take no NULL.
        foreach (var column in table.Columns.Where(c => Neutral.Needs(c) && !to.Columns.Contains(c.Name, schema.Dialect.Names)))
        {
            columns.Add(KeepText.Name(column.Name));
            values.Add(Neutral.Of(column.Type));
        }

        string[] conditions = [.. keep.HasState ? [NotSuperseded(keep, "")] : Array.Empty<string>(), .. Parents(keep, to, table, schema), .. Missing(keep, to, name)];
        var where = conditions.Length == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", conditions);
        return $"INSERT OR IGNORE INTO {name} ({string.Join(", ", columns)})\nSELECT {string.Join(", ", values)}\nFROM {keep.KeptTable} AS {Kept}{where}{(taken is null ? "" : "\nORDER BY " + taken)};";
    }

    private static IEnumerable<string> Missing(KeepText keep, KeptPlace to, string name) => keep.ByRow && keep.Keep.Restore!.Replaces
        ? [$"NOT EXISTS (SELECT 1 FROM {name} WHERE {string.Join(" AND ", to.Columns.Select((c, i) => $"{name}.{KeepText.Name(c)} IS {Kept}.{KeepText.Name(keep.Keep.From.Columns[i])}"))})"]
        : [];

    // A row whose parent is gone meanwhile has no place; it stays kept.
    private IEnumerable<string> Parents(KeepText keep, KeptPlace to, Table table, Schema schema)
    {
        var later = back.After.Tables.Find(table.Name)?.ForeignKeys ?? Items<ForeignKey>.Empty;
        foreach (var key in table.ForeignKeys.Concat(later.Where(k => !table.ForeignKeys.Contains(k))).Where(f => schema.Tables.Find(f.Referenced) is not null))
        {
            var own = key.Columns.Select(c => Value(keep, to, table, schema, c)).OfType<string>().ToArray();
            var targets = key.Targets(schema.Tables.Find(key.Referenced));
            if (own.Length < key.Columns.Count || !own.Any(c => c.StartsWith(Kept + ".", StringComparison.Ordinal)) || targets.Count != own.Length)
            {
                continue;
            }

            var (parent, self) = (KeepText.Name(key.Referenced), schema.Dialect.Same(key.Referenced, table.Name));
            var found = string.Join(" AND ", targets.Select((c, i) => $"{Parent}.{KeepText.Name(c)} = {own[i]}"));
            yield return $"({string.Join(" OR ", own.Select(c => c + " IS NULL"))} OR EXISTS (SELECT 1 FROM {parent} AS {Parent} WHERE {found}){(self ? OrKept(keep, to, targets, own, schema) : "")})";
        }
    }

    // A parent may be among the rows that come back with it.
    private static string OrKept(KeepText keep, KeptPlace to, Items<string> targets, string[] own, Schema schema)
    {
        var then = targets.Select(c => Then(keep, to, schema, c)).OfType<string>().ToArray();
        return keep.Keep.Kind == KeepKind.Values || then.Length < targets.Count ? ""
            : $" OR EXISTS (SELECT 1 FROM {keep.KeptTable} AS {Parent} WHERE {string.Join(" AND ", then.Select((c, i) => $"{Parent}.{KeepText.Name(c)} = {own[i]}"))})";
    }

    // The value that a column of the table has when the row is back; null where it has the one that the way back gives.
    private static string? Value(KeepText keep, KeptPlace to, Table table, Schema schema, string column) =>
        Then(keep, to, schema, column) is { } then ? $"{Kept}.{KeepText.Name(then)}"
        : keep.Keep.Kind == KeepKind.Values && table.FindColumn(column, schema.Dialect) is not null ? $"{KeepText.Name(table.Name)}.{KeepText.Name(column)}"
        : null;

    private static string? Then(KeepText keep, KeptPlace to, Schema schema, string column) =>
        to.Columns.ToList().FindIndex(t => schema.Dialect.Names.Equals(t, column)) is >= 0 and var at ? keep.Keep.From.Columns[at] : null;

    // An edited value stays, and the others of its row go back.
    private static string Unedited(KeepText keep, string kept, string now, string column) => !keep.HasParts ? kept
        : $"CASE WHEN substr({Kept}.{KeepText.Name(KeepText.State)}, {keep.Keep.From.Columns.ToList().IndexOf(column) + 1}, 1) = '1' THEN {now} ELSE {kept} END";

    private static string NotSuperseded(KeepText keep, string and)
    {
        var state = $"{Kept}.{KeepText.Name(KeepText.State)}";
        return !keep.HasState ? "" : keep.HasParts ? $"{and}({state} IS NULL OR instr({state}, '0') > 0)" : $"{and}{state} IS NULL";
    }
}
