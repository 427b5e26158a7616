using Migrations.Build.Model;
using Migrations.Build.Model.Keeping;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Builder.Rendering.Keeping;

/// <summary>
/// Says in SQL which kept rows cannot come back where one may depend on another: because of what is missing or in the way, or because a row that
/// they need stays kept for such a reason itself.
/// </summary>
internal static class Staying
{
    private const string Stays = "migrations_stays";
    private const string Other = "migrations_o";
    private const string Row = "migrations_r";
    private const string There = "migrations_n";

    /// <summary>The condition that a kept row comes back with the rows that it refers to, of its own table or of the others.</summary>
    /// <param name="keep">The keep.</param>
    /// <param name="group">All that goes back with it, itself too.</param>
    public static string WithParents(Placing keep, IReadOnlyList<Placing> group)
    {
        var reasons = group.Select(Reasons).ToArray();
        var parts = group.SelectMany((g, i) => reasons[i].Select(r => Select(g, $"FROM {g.Keep.KeptTable} AS {Placing.Kept}\n    WHERE {r}")))
            .Concat(group.SelectMany(g => group.SelectMany(h => Between(g, h).Select(k => Following(g, h, k.Key, k.Targets)))));
        return $"{Placing.Kept}.{keep.Number} NOT IN (\n  WITH RECURSIVE {Stays} (kept, number) AS (\n    {string.Join("\n    UNION\n    ", parts)})\n  SELECT number FROM {Stays} WHERE kept = '{keep.Keep.Kept}')";

        IEnumerable<string> Reasons(Placing g) =>
        [
            .. g.GoesBack.Select(c => $"NOT ({c})"),
            .. g.Keep.Keep.Restore!.IsNew || g.Keep.Keep.Changes || g.Keep.Keep.Restore.Replaces ? [] : Taken(g),
            .. g.References.Select(k => Missing(g, k.Key, k.Targets, group)),
        ];
    }

    /// <summary>Whether rows that go back may refer to one another.</summary>
    public static bool Depends(IReadOnlyList<Placing> group) => group.Any(g => group.Any(h => Between(g, h).Any()));

    /// <summary>The condition that a value comes back without meeting one that is there, in columns that are to be unique later.</summary>
    public static string Apart(Placing keep, Items<string> columns)
    {
        var (table, kept, to) = (keep.Name, keep.Keep.KeptTable, keep.To);
        var equal = string.Join(" AND ", columns.Select(c => $"{There}.{KeepText.Name(c)} = {(keep.Then(c) is { } then ? keep.Unedited(then, $"{Row}.{KeepText.Name(c)}") : $"{Row}.{KeepText.Name(c)}")}"));
        var key = keep.Keep.ByRow ? (Now: Items.Of(to.RowNumber), Then: Items.Of(KeepText.Name(KeepText.Row))) : (Now: to.Key.Select(KeepText.Name).ToItems(), Then: keep.Keep.Keep.From.Key.Select(KeepText.Name).ToItems());
        var own = $"{kept} AS {Placing.Kept} JOIN {table} AS {Row} ON {keep.Keep.Same(Row, Placing.Kept, to)}";
        var others = Tuple(key.Now.Select(c => $"{There}.{c}")) + $" NOT IN (SELECT {string.Join(", ", key.Then)} FROM {kept} WHERE {string.Join(" AND ", key.Then.Select(c => c + " IS NOT NULL"))})";
        var superseded = string.Concat(keep.GoesBack.Select(c => $"SELECT {Placing.Kept}.{keep.Number} FROM {kept} AS {Placing.Kept} WHERE NOT ({c})\n    UNION\n    "));
        return $"{Placing.Kept}.{keep.Number} NOT IN (\n  WITH RECURSIVE {Stays} (number) AS (\n    {superseded}"
            + $"SELECT {Placing.Kept}.{keep.Number} FROM {own} JOIN {table} AS {There} ON {equal} WHERE {others}\n    UNION\n    "
            + $"SELECT {Placing.Kept}.{keep.Number} FROM {Stays} JOIN {kept} AS {Other} ON {Other}.{keep.Number} = {Stays}.number JOIN {table} AS {There} ON {keep.Keep.Same(There, Other, to)} JOIN {own} "
            + $"WHERE {equal} AND {Placing.Kept}.{keep.Number} <> {Other}.{keep.Number})\n  SELECT number FROM {Stays})";
    }

    private static string Select(Placing g, string from) => $"SELECT '{g.Keep.Kept}', {Placing.Kept}.{g.Number} {from}";

    private static IEnumerable<(ForeignKey Key, Items<string> Targets)> Between(Placing child, Placing parent) =>
        child.References.Where(k => child.Schema.Dialect.Same(k.Key.Referenced, parent.To.Table) && k.Targets.All(t => parent.Then(t) is not null));

    // Neither there nor among those that go back.
    private static string Missing(Placing g, ForeignKey key, Items<string> targets, IReadOnlyList<Placing> group)
    {
        var own = key.Columns.Select(c => g.Value(c)!).ToArray();
        var kept = group.Where(h => Between(g, h).Any(k => k.Key == key)).Select(h =>
        {
            var then = targets.Select(t => KeepText.Name(h.Then(t)!)).ToArray();
            var values = Tuple(own.Select((o, i) => o + Collated(h, targets[i])));
            return $" AND {values} NOT IN (SELECT {string.Join(", ", then)} FROM {h.Keep.KeptTable} WHERE {string.Join(" AND ", then.Select(t => t + " IS NOT NULL"))})";
        });
        return string.Join(" AND ", own.Select(o => o + " IS NOT NULL")) + $" AND NOT {g.IsThere(key, targets)}" + string.Concat(kept);
    }

    private static string Following(Placing g, Placing h, ForeignKey key, Items<string> targets)
    {
        var equal = targets.Select((t, i) => $"{Other}.{KeepText.Name(h.Then(t)!)}{Collated(h, t)} = {g.Value(key.Columns[i])}");
        return Select(g, $"FROM {Stays} JOIN {h.Keep.KeptTable} AS {Other} ON {Other}.{h.Number} = {Stays}.number JOIN {g.Keep.KeptTable} AS {Placing.Kept} ON {string.Join(" AND ", equal)}\n"
            + $"    WHERE {Stays}.kept = '{h.Keep.Kept}' AND NOT {g.IsThere(key, targets)}");
    }

    // A kept table has no collations; keys are compared by that of the column that is referred to.
    private static string Collated(Placing parent, string column) =>
        parent.Table.FindColumn(column, parent.Schema.Dialect)?.Collation is { } collation ? " COLLATE " + KeepText.Name(collation) : "";

    /// <summary>The columns that must be unique together, beside those of the primary key, where all of them are kept.</summary>
    public static IEnumerable<Items<string>> UniqueKeys(Placing g) => g.Table.Uniques.Select(k => k.Columns)
        .Concat(g.Table.Indexes.Where(i => i.Unique && i.Features.Count == 0).Select(i => i.Columns.Select(c => c.Name).ToItems()))
        .Where(k => k.All(c => g.Then(c) is not null));

    private static IEnumerable<string> Taken(Placing g)
    {
        var primary = g.Table.PrimaryKey is { } key && key.Columns.All(c => g.Then(c) is not null) ? [key.Columns] : Array.Empty<Items<string>>();
        return UniqueKeys(g).Concat(primary)
            .Select(k => $"EXISTS (SELECT 1 FROM {g.Name} AS {There} WHERE {string.Join(" AND ", k.Select(c => $"{There}.{KeepText.Name(c)} = {g.Value(c)}"))})");
    }

    private static string Tuple(IEnumerable<string> parts) => parts.ToArray() is [var only] ? only : $"({string.Join(", ", parts)})";
}
