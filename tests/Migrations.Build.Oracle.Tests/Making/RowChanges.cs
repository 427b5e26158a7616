using System.Globalization;
using FluentMigrator;
using Migrations.Build.Oracle.Tests.Seeing;
using Migrations.Build.Oracle.Tests.Telling;

namespace Migrations.Build.Oracle.Tests.Making;

/// <summary>Rows that a migration inserts, updates and deletes.</summary>
internal sealed class RowChanges(Luck luck)
{
    private static readonly object[] Given = [5, "it's", "w7", 2.5m, "a\r\nb", "", "007", 77L];

    public Change? Insert(TableState table)
    {
        var columns = table.Columns.Where(c => !c.Generated).ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var key = FreeKey();
        var back = DeleteAgain(table, key);
        if (luck.One(2, Feature.CallChanges) && !table.Virtual)
        {
            var row = columns.Where(c => c.Key > 0 || c.NotNull || luck.One(2)).DefaultIfEmpty(columns[0]).ToDictionary(c => c.Name, c => c.Key > 0 ? (object)key : c.Name is "parent" or "next" ? Key() : luck.Any(Given));
            return new(new Call($"Insert.IntoTable(\"{table.Name}\").Row({Told(row)})", m => m.Insert.IntoTable(table.Name).Row(row)), back ?? DeleteRow(table.Name, row)) { Reversing = m => m.Insert.IntoTable(table.Name).Row(row) };
        }

        if (back is null && !luck.Has(Feature.SloppyDowns))
        {
            return null;
        }

        var sql = $"INSERT INTO {Sqlite.Name(table.Name)} ({Names(columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select(c => c.Key > 0 ? key.ToString(CultureInfo.InvariantCulture) : EditMaker.Value(luck, c)))})";
        return Sql(!luck.Has(Feature.Upserts) || table.Virtual ? sql : luck.Below(4) switch
        {
            0 => sql.Replace("INSERT INTO", "INSERT OR REPLACE INTO", StringComparison.Ordinal),
            1 => sql.Replace("INSERT INTO", "INSERT OR IGNORE INTO", StringComparison.Ordinal),
            2 when table.Key.Count > 0 && columns.Find(c => c.Key == 0) is { } other => sql + $" ON CONFLICT ({Names(table.Key)}) DO UPDATE SET {Sqlite.Name(other.Name)} = {Values.Any(luck, other.Type, strict: false)}",
            _ => sql,
        }, back ?? Nothing);
    }

    public Change? Update(TableState table)
    {
        var columns = table.Columns.Where(c => c is { Generated: false, Key: 0 } && c.Name is not ("parent" or "next")).ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var column = luck.Any(columns);
        var c = Sqlite.Name(column.Name);
        if (luck.One(2, Feature.CallChanges))
        {
            var (set, all) = (new Dictionary<string, object> { [column.Name] = luck.Any(Given) }, luck.One(2));
            var where = new Dictionary<string, object> { [table.Key.Count > 0 ? table.Key[0] : column.Name] = Key() };
            var call = new Call($"Update.Table(\"{table.Name}\").Set({Told(set)}){(all ? ".AllRows()" : $".Where({Told(where)})")}", m => Update(m, table.Name, set, all ? null : where));
            return new(call, Nothing);
        }

        var value = luck.Any([$"{c} || '!'", Values.Any(luck, column.Type, strict: false), $"upper({c})", $"{c} + 1", "NULL", $"coalesce({c}, 'none')"]);
        return Sql($"UPDATE {Sqlite.Name(table.Name)} SET {c} = {value}{Where(table)}", Nothing);
    }

    public Change? Delete(TableState table) => luck.One(2, Feature.CallChanges) && !table.Virtual
        ? luck.One(3) || table.Key.Count == 0
            ? new(new Call($"Delete.FromTable(\"{table.Name}\").AllRows()", m => m.Delete.FromTable(table.Name).AllRows()), Nothing)
            : DeleteByKey(table)
        : Sql($"DELETE FROM {Sqlite.Name(table.Name)}{Where(table)}", Nothing);

    private static Call Nothing => Call.Sql("SELECT 1");

    private Change DeleteByKey(TableState table)
    {
        var row = table.Key.ToDictionary(k => k, _ => (object)Key());
        return new(new Call($"Delete.FromTable(\"{table.Name}\").Row({Told(row)})", m => m.Delete.FromTable(table.Name).Row(row)), Nothing);
    }

    private static void Update(Migration migration, string table, IDictionary<string, object> set, Dictionary<string, object>? where)
    {
        var update = migration.Update.Table(table).Set(set);
        if (where is null)
        {
            update.AllRows();
        }
        else
        {
            update.Where(where);
        }
    }

    private string Where(TableState table) => luck.Below(3) switch
    {
        0 => "",
        1 when table.Key.Count > 0 => $" WHERE {Sqlite.Name(table.Key[0])} {luck.Any(["<", ">", "="])} {Key()}",
        _ => $" WHERE {Sqlite.Name(luck.Any(table.Columns).Name)} IS {luck.Any(["NULL", "NOT NULL", "'w7'", "5"])}",
    };

    private int Key() => 1 + luck.Below(12);

    // A key that nobody has, or, where rows are to be met, one that somebody may have.
    private int FreeKey() => luck.One(3, Feature.MetRows) ? Key() : 5000 + luck.Below(1000);

    private static Call? DeleteAgain(TableState table, int key) => table.Key.Count == 0 ? null
        : Call.Sql($"DELETE FROM {Sqlite.Name(table.Name)} WHERE {string.Join(" AND ", table.Key.Select(k => $"{Sqlite.Name(k)} = {key}"))}");

    private static Call DeleteRow(string table, IDictionary<string, object> row) => new($"Delete.FromTable(\"{table}\").Row({Told(row)})", m => m.Delete.FromTable(table).Row(row));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Sqlite.Name));

    private static string Told(IEnumerable<KeyValuePair<string, object>> row) => "{ " + string.Join(", ", row.Select(c => string.Create(CultureInfo.InvariantCulture, $"[\"{c.Key}\"] = {(c.Value is string s ? "\"" + s.Replace("\r\n", "\\r\\n", StringComparison.Ordinal) + "\"" : c.Value)}"))) + " }";

    private static Change Sql(string sql, params Call[] down) => new(Call.Sql(sql), down) { Mirror = sql };
}
