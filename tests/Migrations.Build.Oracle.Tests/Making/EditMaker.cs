using Migrations.Build.Oracle.Tests.Seeing;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Makes up what the application writes: one row at a time, whatever the table is like now.</summary>
internal static class EditMaker
{
    private static readonly HashSet<Feature> All = [.. Enum.GetValues<Feature>()];

    public static string? Make(int number, Snapshot now)
    {
        var luck = new Luck(number, All);
        if (now.Tables.Count == 0)
        {
            return null;
        }

        var table = now.Tables[luck.Any([.. now.Tables.Keys.Order(StringComparer.Ordinal)])];
        var row = table.Rows.Count == 0 ? null : luck.Any([.. table.Rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value)]);
        var writable = table.Columns.Where(c => !c.Generated).ToList();
        return luck.Below(5) switch
        {
            0 or 1 when row is not null && writable.Where(c => !table.Key.Contains(c.Name)).ToList() is { Count: > 0 } columns => Update(luck, table, row, luck.Any(columns)),
            2 when row is not null => $"DELETE FROM {Sqlite.Name(table.Name)} WHERE {Where(table, row)}",
            _ when writable.Count > 0 => Insert(luck, table.Name, writable, isLater: true),
            _ => null,
        };
    }

    // A number that was a row's before is that row to the product (decision 17): what an application writes later has numbers of its own.
    public static string Insert(Luck luck, string table, IReadOnlyList<ColumnState> columns, bool isLater = false)
    {
        var given = columns.Where(c => isLater || !(c is { Key: > 0, Type: "INTEGER" } && luck.One(3))).ToList();
        return given.Count == 0 ? $"INSERT INTO {Sqlite.Name(table)} DEFAULT VALUES"
            : $"INSERT INTO {Sqlite.Name(table)} ({string.Join(", ", given.Select(c => Sqlite.Name(c.Name)))}) VALUES ({string.Join(", ", given.Select(c => isLater && c is { Key: > 0, Type: "INTEGER" } ? FormattableString.Invariant($"{100_000 + luck.Below(1_000_000)}") : Value(luck, c)))})";
    }

    public static string Value(Luck luck, ColumnState column)
    {
        // Beyond the largest number SQLite itself takes any that is free.
        var value = column.Name is "parent" or "next" ? luck.Any(["NULL", "1", "2", "3"]) : Values.Any(luck, column.Type, strict: false);
        value = column.Key > 0 && value == "9223372036854775807" ? "9223372036854775" : value;
        return value == "NULL" && (column.NotNull || column.Key > 0) ? luck.Any(["'z1'", "'z2'", "77", "78"]) : value;
    }

    private static string Update(Luck luck, TableState table, RowState row, ColumnState column) =>
        $"UPDATE {Sqlite.Name(table.Name)} SET {Sqlite.Name(column.Name)} = {Value(luck, column)} WHERE {Where(table, row)}";

    private static string Where(TableState table, RowState row) =>
        string.Join(" AND ", row.Cells.Where(c => table.Key.Count == 0 || table.Key.Contains(c.Key)).Select(c => $"{Sqlite.Name(c.Key)} IS {Literal(c.Value)}"));

    private static string Literal(string value) => value[0] switch
    {
        'n' => "NULL",
        'x' => $"x'{value[1..]}'",
        '\'' => "'" + value[1..^1].Replace("'", "''", StringComparison.Ordinal) + "'",
        _ => value[1..] switch { "∞" or "Infinity" => "9e999", "-∞" or "-Infinity" => "-9e999", var number => number },
    };
}
