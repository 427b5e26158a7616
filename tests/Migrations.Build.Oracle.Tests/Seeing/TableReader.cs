using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Migrations.Build.Oracle.Tests.Seeing;

/// <summary>Reads a table from pragmas, from the program that the engine makes of a query, and row by row.</summary>
internal static partial class TableReader
{
    public static TableState Read(SqliteConnection connection, string name, bool isVirtual, bool withoutRowNumber, bool strict)
    {
        var columns = Sqlite.Rows(connection, "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo($0)", name)
            .Where(c => c[5] != "1")
            .Select(c => new ColumnState(c[0], c[1], c[2] == "1", c[3] is "\0" ? null : c[3], int.Parse(c[4], CultureInfo.InvariantCulture), c[5] is "2" or "3")).ToList();
        var text = Sqlite.Rows(connection, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = $0", name).Select(r => r[0]).First();
        var facts = new List<string> { $"table {name}{(isVirtual ? " virtual" : "")}{(withoutRowNumber ? " without rowid" : "")}{(strict ? " strict" : "")}" };
        if (!isVirtual)
        {
            facts.AddRange(Columns(connection, name, columns));
            facts.AddRange(Indexes(connection, name));
            facts.AddRange(ForeignKeys(connection, name));
            facts.AddRange(Clauses(name, text));
        }

        var (key, rows) = Rows(connection, name, columns);
        return new(name, facts, columns, key, rows) { Virtual = isVirtual, WithoutRowNumber = withoutRowNumber };
    }

    private static IEnumerable<string> Columns(SqliteConnection connection, string table, List<ColumnState> columns)
    {
        var collations = Sqlite.Rows(connection, $"EXPLAIN SELECT {string.Join(", ", columns.Select(c => Sqlite.Name(c.Name) + " = 'x'"))} FROM {Sqlite.Name(table)}")
            .Where(r => r[1] is "Eq" or "Ne").Select(r => r[5]).ToList();
        return columns.Select((c, i) => $"column {table}.{c.Name}: {Affinity(c.Type)}{(c.NotNull ? " not null" : "")} default {Words.Of(c.Default ?? "")} key {c.Key}{(c.Generated ? " generated" : "")} {(collations.Count == columns.Count ? collations[i] : "")}");
    }

    private static IEnumerable<string> Indexes(SqliteConnection connection, string table)
    {
        foreach (var index in Sqlite.Rows(connection, "SELECT name, \"unique\", origin, partial FROM pragma_index_list($0)", table))
        {
            var parts = Sqlite.Rows(connection, "SELECT cid, name, \"desc\", coll FROM pragma_index_xinfo($0) WHERE key = 1 ORDER BY seqno", index[0]).Select(p => (p[0] == "-2" ? "(expression)" : p[1]) + (p[2] == "1" ? " desc " : " ") + p[3]);
            var own = index[2] == "c" ? " " + index[0] : "";
            var text = index[2] == "c" && Sqlite.Rows(connection, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = $0", index[0]) is [var sql] ? Words.AfterTable(sql[0]) : "";
            yield return $"index{own} on {table} ({string.Join(", ", parts)}) unique {index[1]} origin {index[2]} {text}";
        }
    }

    private static IEnumerable<string> ForeignKeys(SqliteConnection connection, string table) => Sqlite.Rows(connection, "SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list($0) ORDER BY id, seq", table)
        .GroupBy(k => k[0])
        .Select(k => $"foreign key {table} ({string.Join(", ", k.Select(p => p[2]))}) to {k.First()[1].ToLowerInvariant()} ({string.Join(", ", k.Select((p, i) => p[3] == "\0" ? Parent(connection, p[1], i) : p[3]))}) update {k.First()[4]} delete {k.First()[5]}");

    private static string Parent(SqliteConnection connection, string parent, int number) =>
        Sqlite.Rows(connection, "SELECT name FROM pragma_table_info($0) WHERE pk = CAST($1 AS INTEGER)", parent, (number + 1).ToString(CultureInfo.InvariantCulture)) is [var column] ? column[0] : "?";

    // What no pragma tells.
    private static IEnumerable<string> Clauses(string table, string text) => Clause().Matches(Words.Of(text)).Select(m => m.Value)
        .Where(c => c != "on conflict abort").GroupBy(c => c).Select(c => $"clause {table}: {c.Key} {c.Count()}");

    private static (IReadOnlyList<string> Key, Dictionary<string, RowState> Rows) Rows(SqliteConnection connection, string name, List<ColumnState> columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => Sqlite.Name(c.Name)))} FROM {Sqlite.Name(name)}";
        using var reader = command.ExecuteReader();
        var rows = new List<RowState>();
        while (reader.Read())
        {
            rows.Add(new(columns.Select((c, i) => (c.Name, Value: Sqlite.Value(reader, i))).ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal)));
        }

        var key = columns.Where(c => c.Key > 0).Select(c => c.Name).Order(StringComparer.Ordinal).ToArray();
        var byKey = rows.ToLookup(r => Keys.Of(r, key), StringComparer.Ordinal);
        if (key.Length > 0 && byKey.Count == rows.Count && !rows.Exists(r => key.Any(k => r.Cells[k] == "null")))
        {
            return (key, byKey.ToDictionary(r => r.Key, r => r.Single(), StringComparer.Ordinal));
        }

        return ([], Keys.Numbered(rows));
    }

    private static string Affinity(string type) => type.ToUpperInvariant() switch
    {
        var t when t.Contains("INT", StringComparison.Ordinal) => "integer",
        var t when t.Contains("CHAR", StringComparison.Ordinal) || t.Contains("CLOB", StringComparison.Ordinal) || t.Contains("TEXT", StringComparison.Ordinal) => "text",
        var t when t.Length == 0 || t.Contains("BLOB", StringComparison.Ordinal) => "blob",
        var t when t.Contains("REAL", StringComparison.Ordinal) || t.Contains("FLOA", StringComparison.Ordinal) || t.Contains("DOUB", StringComparison.Ordinal) => "real",
        _ => "numeric",
    };

    [GeneratedRegex("\\bon conflict \\w+|\\bautoincrement\\b|\\bcheck\\b|\\binitially deferred\\b")]
    private static partial Regex Clause();
}
