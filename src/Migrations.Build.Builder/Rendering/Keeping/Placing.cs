using Migrations.Build.Model;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>A keep at the moment at which it goes back.</summary>
/// <param name="Keep">The keep.</param>
/// <param name="Table">The table as it is at that moment.</param>
/// <param name="Schema">Everything else at that moment.</param>
/// <param name="References">The foreign keys that its rows must fulfil then or later, with the columns that they refer to.</param>
internal sealed record Placing(KeepText Keep, Table Table, Schema Schema, Items<(ForeignKey Key, Items<string> Targets)> References)
{
    // No table of a project goes by such a name.
    public const string Kept = "migrations_k";

    /// <summary>Where it goes.</summary>
    public KeptPlace To => Keep.Keep.Restore!.To;

    /// <summary>The table's name in quotes.</summary>
    public string Name => KeepText.Name(To.Table);

    /// <summary>The name by which the number of a row of the kept table is said.</summary>
    public string Number { get; } = new[] { "rowid", "_rowid_", "oid" }.FirstOrDefault(n => !Stored(Keep).Contains(n, Model.Databases.AsciiComparer.IgnoreCase)) ?? "rowid";

    /// <summary>The condition that a kept row goes back, in part at least; none where no edit can be told.</summary>
    public IEnumerable<string> GoesBack => !Keep.HasState ? [] : Keep.HasParts ? [$"({State} IS NULL OR instr({State}, '0') > 0)"] : [$"{State} IS NULL"];

    private static string State => $"{Kept}.{KeepText.Name(KeepText.State)}";

    /// <summary>Reads the moment.</summary>
    public static Placing Of(KeepText keep, Trace back)
    {
        var restore = keep.Keep.Restore!;
        var schema = restore.After == 0 ? back.Before : back.Steps[restore.After - 1].After;
        var table = schema.Tables.Find(restore.To.Table)!;
        var later = back.After.Tables.Find(table.Name)?.ForeignKeys ?? Items<ForeignKey>.Empty;
        var found = new Placing(keep, table, schema, Items<(ForeignKey, Items<string>)>.Empty);
        return found with
        {
            References = table.ForeignKeys.Concat(later.Where(k => !table.ForeignKeys.Contains(k)))
                .Select(k => (Key: k, Parent: schema.Tables.Find(k.Referenced)))
                .Where(k => k.Parent is not null)
                .Select(k => (k.Key, Targets: k.Key.Targets(k.Parent)))
                .Where(k => k.Targets.Count == k.Key.Columns.Count && k.Key.Columns.All(c => found.Value(c) is not null) && k.Key.Columns.Any(c => found.Then(c) is not null))
                .ToItems(),
        };
    }

    /// <summary>The value that a column of the table has when the row is back; null where it has the one that the way back gives.</summary>
    public string? Value(string column, string? row = null) =>
        Then(column) is { } then ? $"{Kept}.{KeepText.Name(then)}"
        : Keep.Keep.Kind == KeepKind.Values && Table.FindColumn(column, Schema.Dialect) is not null ? $"{row ?? Name}.{KeepText.Name(column)}"
        : null;

    /// <summary>The value that goes back: an edited one stays, and the others of its row go back.</summary>
    public string Unedited(string then, string now) => !Keep.HasParts ? $"{Kept}.{KeepText.Name(then)}"
        : $"CASE WHEN substr({State}, {Keep.Keep.From.Columns.ToList().IndexOf(then) + 1}, 1) = '1' THEN {now} ELSE {Kept}.{KeepText.Name(then)} END";

    /// <summary>The column of the kept table that holds the values of one of the table; null where none does.</summary>
    public string? Then(string column) =>
        To.Columns.ToList().FindIndex(t => Schema.Dialect.Names.Equals(t, column)) is >= 0 and var at ? Keep.Keep.From.Columns[at] : null;

    /// <summary>Whether the row that a foreign key refers to is there.</summary>
    public string IsThere(ForeignKey key, Items<string> targets)
    {
        const string Parent = "migrations_p";
        return $"EXISTS (SELECT 1 FROM {KeepText.Name(key.Referenced)} AS {Parent} WHERE {string.Join(" AND ", targets.Select((c, i) => $"{Parent}.{KeepText.Name(c)} = {Value(key.Columns[i])}"))})";
    }

    private static IEnumerable<string> Stored(KeepText keep) => keep.Keep.From.Columns.Concat(keep.Keep.From.Key).Concat(keep.Keep.From.Beside);
}
