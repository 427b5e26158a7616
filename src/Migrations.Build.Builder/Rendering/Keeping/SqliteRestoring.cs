using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>Writes the statements that bring kept data back, for SQLite.</summary>
internal sealed class SqliteRestoring(Trace down)
{
    private const string Kept = "k";

    /// <summary>The statements; triggers of the table are away meanwhile, since nothing happens that they should know of.</summary>
    public IEnumerable<Statement> Of(KeepText keep)
    {
        var restore = keep.Keep.Restore!;
        var schema = restore.After == 0 ? down.Before : down.Steps[restore.After - 1].After;
        var table = schema.Tables.Find(restore.To.Table)!;
        var triggers = schema.Triggers.Where(t => t.Table is { } watched && schema.Dialect.Same(watched, table.Name)).ToList();
        return
        [
            .. triggers.Select(t => Statement.Sql($"DROP TRIGGER {KeepText.Name(t.Name)};")),
            .. Texts(keep, table, schema).Select(text => new Statement(StatementKind.Restore, text)),
            .. triggers.Select(t => Statement.Sql(t.Text.Trim().TrimEnd(';') + ";")),
        ];
    }

    private IEnumerable<string> Texts(KeepText keep, Table table, Schema schema)
    {
        var to = keep.Keep.Restore!.To;
        if (keep.Keep.Kind == KeepKind.Values)
        {
            yield return Updated(keep, to, to.Columns.Select((c, i) => (c, keep.Keep.From.Columns[i])));
            yield break;
        }

        if ((keep.Keep.Restore.Replaces || keep.Keep.Changes) && !keep.ByRow && to.Columns.Count > to.Key.Count)
        {
            yield return Updated(keep, to, to.Columns.Select((c, i) => (c, keep.Keep.From.Columns[i])).Where(c => !to.Key.Contains(c.c)));
        }

        yield return Inserted(keep, to, table, schema);
    }

    private static string Updated(KeepText keep, KeptPlace to, IEnumerable<(string Now, string Then)> columns)
    {
        var name = KeepText.Name(to.Table);
        var set = string.Join(", ", columns.Select(c => $"{KeepText.Name(c.Now)} = {Kept}.{KeepText.Name(c.Then)}"));
        return $"UPDATE {name} SET {set}\nFROM {keep.KeptTable} AS {Kept}\nWHERE {keep.Same(name, Kept, to)}{NotSuperseded(keep, " AND ")};";
    }

    private string Inserted(KeepText keep, KeptPlace to, Table table, Schema schema)
    {
        var (name, kept) = (KeepText.Name(to.Table), $"{Kept}.{KeepText.Name(KeepText.Row)}");
        var columns = to.Columns.Select(KeepText.Name).ToList();
        var values = keep.Keep.From.Columns.Select(c => $"{Kept}.{KeepText.Name(c)}").ToList();
        // A number may have been given again meanwhile; rows that have theirs go first, so that no other takes it.
        var taken = keep.ByRow && !keep.Keep.Restore!.IntoNew ? $"EXISTS (SELECT 1 FROM {name} WHERE {name}.rowid = {kept})" : null;
        if (keep.ByRow)
        {
            columns.Insert(0, "rowid");
            values.Insert(0, taken is null ? kept : $"CASE WHEN {taken} THEN NULL ELSE {kept} END");
        }

        string[] conditions = [.. keep.HasState ? [NotSuperseded(keep, "")] : Array.Empty<string>(), .. Parents(keep, to, table, schema), .. Missing(keep, to, name)];
        var where = conditions.Length == 0 ? "" : "\nWHERE " + string.Join("\n  AND ", conditions);
        var order = taken is null ? "" : "\nORDER BY " + taken;
        return $"INSERT OR IGNORE INTO {name} ({string.Join(", ", columns)})\nSELECT {string.Join(", ", values)}\nFROM {keep.KeptTable} AS {Kept}{where}{order};";
    }

    private static IEnumerable<string> Missing(KeepText keep, KeptPlace to, string name) => keep.ByRow && keep.Keep.Restore!.Replaces
        ? [$"NOT EXISTS (SELECT 1 FROM {name} WHERE {string.Join(" AND ", to.Columns.Select((c, i) => $"{name}.{KeepText.Name(c)} IS {Kept}.{KeepText.Name(keep.Keep.From.Columns[i])}"))})"]
        : [];

    // A row whose parent is gone meanwhile has no place; it stays kept.
    private IEnumerable<string> Parents(KeepText keep, KeptPlace to, Table table, Schema schema)
    {
        foreach (var key in (down.After.Tables.Find(table.Name) ?? table).ForeignKeys.Where(f => !schema.Dialect.Same(f.Referenced, table.Name) && schema.Tables.Find(f.Referenced) is not null))
        {
            var own = key.Columns.Select(c => $"{Kept}.{KeepText.Name(keep.Keep.From.Columns[to.Columns.ToList().FindIndex(t => schema.Dialect.Names.Equals(t, c))])}").ToArray();
            var parent = KeepText.Name(key.Referenced);
            var found = string.Join(" AND ", key.ReferencedColumns.Select((c, i) => $"{parent}.{KeepText.Name(c)} = {own[i]}"));
            yield return $"({string.Join(" OR ", own.Select(c => c + " IS NULL"))} OR EXISTS (SELECT 1 FROM {parent} WHERE {found}))";
        }
    }

    private static string NotSuperseded(KeepText keep, string and) => keep.HasState ? $"{and}{Kept}.{KeepText.Name(KeepText.State)} IS NULL" : "";
}
