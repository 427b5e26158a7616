using System.Globalization;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>Makes a table's record from the rows of SQLite's catalog.</summary>
internal static class SqliteTable
{
    /// <summary>The table.</summary>
    public static Table Of(TableName name, string sql, string?[][] columns, string?[][] indexes, string?[][] keys)
    {
        var text = SqliteTableText.Read(sql);
        var made = indexes.GroupBy(i => i[1]!, StringComparer.Ordinal).ToArray();
        var primary = columns.Where(c => c[5] != "0").OrderBy(c => int.Parse(c[5]!, CultureInfo.InvariantCulture)).Select(c => c[1]!).ToItems();
        return new(name, columns.Where(c => c[6] != "1").Select(c => Column(c, text)).ToItems())
        {
            PrimaryKey = primary.Count == 0 ? null : new Key(null, primary),
            Uniques = made.Where(g => g.First()[3] == "u" && (text.ResolvesConflicts || !made.Any(i => IsSameGuarantee(i, g)))).Select(g => new Key(null, g.Select(i => i[5]!).ToItems())).ToItems(),
            Checks = text.Checks,
            ForeignKeys = keys.GroupBy(k => k[1]!, StringComparer.Ordinal).Select(g => ForeignKey(name, [.. g])).ToItems(),
            Indexes = made.Where(g => g.First()[3] == "c").Select(g => Index(name, g.Key, [.. g])).ToItems(),
        };
    }

    // FluentMigrator 8.0.1 writes a unique column twice on SQLite: as a constraint of the column and as an index. One of them says it all.
    private static bool IsSameGuarantee(IEnumerable<string?[]> index, IEnumerable<string?[]> unique) =>
        index.First() is [_, _, "1", "c", var sql, ..]
        && !SqlWords.Of(sql ?? "").Any(w => w.Is("WHERE"))
        && index.Select(i => (i[5], i[7])).ToHashSet().SetEquals(unique.Select(i => (i[5], i[7])));

    private static Column Column(string?[] row, SqliteTableText text) => new(row[1]!, new(TypeKind.Custom, Custom: row[2]))
    {
        Nullable = row[3] == "0",
        Default = row[4] is { } value ? Value.Sql(value) : null,
        Identity = text.IsNumbered(row[1]!),
        Collation = text.Collation(row[1]!),
        Computed = row[6] is "2" or "3" ? text.Computed(row[1]!, row[6] == "3") : null,
    };

    private static ForeignKey ForeignKey(TableName table, string?[][] rows) =>
        new("", table, rows.Select(r => r[3]!).ToItems(), TableName.Of(rows[0][2]!), rows.Select(r => r[4] ?? "").ToItems())
        {
            OnUpdate = Action(rows[0][5]),
            OnDelete = Action(rows[0][6]),
        };

    // An expression has no name in the catalog, and a filter no place: the words of the statement then tell two indexes apart.
    private static TableIndex Index(TableName table, string name, string?[][] rows)
    {
        var words = SqlWords.Of(rows[0][4] ?? "").ToArray();
        var filter = Array.FindLastIndex(words, w => w.Is("WHERE"));
        var index = new TableIndex(name, table, rows.Select(r => new IndexColumn(r[5] ?? "(expression)") { Descending = r[6] == "1", Features = Collation(r[7]) }).ToItems())
        {
            Unique = rows[0][2] == "1",
        };
        var from = rows.Any(r => r[5] is null) ? Array.FindIndex(words, w => w.Is("(")) : filter;
        return from < 0 ? index : index with { Features = Items.Of(new Feature("sql", Items.Of(Value.Sql(string.Join(" ", words.Skip(from).Select(w => w.Text)))))) };
    }

    private static Items<Feature> Collation(string? collation) =>
        collation is null or "BINARY" ? Items<Feature>.Empty : Items.Of(new Feature("collation", Items.Of(Value.Sql(collation))));

    private static ForeignKeyAction Action(string? text) => text switch
    {
        "CASCADE" => ForeignKeyAction.Cascade,
        "SET NULL" => ForeignKeyAction.SetNull,
        "SET DEFAULT" => ForeignKeyAction.SetDefault,
        _ => ForeignKeyAction.None,
    };
}
