using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>
/// Writes a rebuild as statements: what must be there, the new table, the rows, the swap, and what stood on the table
/// (https://sqlite.org/lang_altertable.html#otheralter). Renaming the old way leaves views, triggers and references of other tables alone.
/// </summary>
internal static class RebuildWriter
{
    private const string Prefix = "migrations_new_";

    /// <summary>The statements.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">SQLite takes no such table.</exception>
    public static Items<Statement> Write(Rebuild rebuild, SqliteReplay replay)
    {
        var made = Prefix + rebuild.Table;
        var create = rebuild.Definition.Write(made);
        var before = replay.Table(rebuild.Table);
        var after = replay.Try([create], () => replay.Table(made));
        Items<string> sql = Items.Of(
        [
            "PRAGMA legacy_alter_table = ON",
            create,
            Copy(rebuild, made, before, after),
            .. Numbers(rebuild, made),
            $"DROP TABLE {Quoted(rebuild.Table)}",
            $"ALTER TABLE {Quoted(made)} RENAME TO {Quoted(rebuild.Table)}",
            "PRAGMA legacy_alter_table = OFF",
            .. rebuild.Objects.Skip(1).Where(o => !GoesWith(o, rebuild)).Select(o => o.Sql),
        ]);
        var check = new Statement(StatementKind.Check, string.Join(";\n", rebuild.Objects.Select(o => o.Sql)));
        return sql.Select(Statement.Sql).Prepend(check).ToItems();
    }

    /// <summary>Why the rebuild would fail, in SQLite's words; null when it would not.</summary>
    public static string? Fails(Rebuild rebuild, SqliteReplay replay)
    {
        // Renaming a table makes SQLite read every view and trigger again: what speaks of a column that is gone shows itself.
        string[] probe = [$"ALTER TABLE {Quoted(rebuild.Table)} RENAME TO {Quoted(Prefix + "probe")}"];
        var sound = Error(() => replay.Try(probe, () => true)) is null;
        return Error(() => replay.Try(Write(rebuild, replay).Where(s => s.Kind == StatementKind.Sql).Select(s => s.Text).Concat(sound ? probe : []), () => true));
    }

    private static string? Error(Func<bool> work)
    {
        try
        {
            work();
            return null;
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            var (open, close) = (e.Message.IndexOf('\'', StringComparison.Ordinal), e.Message.LastIndexOf('\''));
            return open >= 0 && close > open ? e.Message[(open + 1)..close] : e.Message;
        }
    }

    private static string Copy(Rebuild rebuild, string made, ReplayedTable before, ReplayedTable after)
    {
        var from = rebuild.From is null ? "" : Quoted(rebuild.Table) + ".";
        var pairs = new List<(string Into, string Value)>();
        if (before.RowId is { } row && after.RowId is not null)
        {
            // Without a column for it, a row keeps its number all the same; a new column for it gets the number that the row has.
            if (after.RowNumber is null && after.RowId == row)
            {
                pairs.Add((row, from + row));
            }
            else if (after.RowNumber is { } number && !Has(before.Columns, number) && !rebuild.Values.ContainsKey(number))
            {
                pairs.Add((Quoted(number), from + row));
            }
        }

        foreach (var column in after.Columns)
        {
            if (rebuild.Values.TryGetValue(column, out var value))
            {
                pairs.Add((Quoted(column), value));
            }
            else if (Has(rebuild.Old, column))
            {
                pairs.Add((Quoted(column), from + Quoted(column)));
            }
        }

        return pairs.Count == 0
            ? $"INSERT INTO {Quoted(made)} SELECT {string.Join(", ", after.Columns.Select(_ => "NULL"))} FROM {rebuild.From ?? Quoted(rebuild.Table)}"
            : $"INSERT INTO {Quoted(made)} ({string.Join(", ", pairs.Select(p => p.Into))})\nSELECT {string.Join(", ", pairs.Select(p => p.Value))}\nFROM {rebuild.From ?? Quoted(rebuild.Table)}";
    }

    // The rows that were deleted had numbers too, which are never used again.
    private static IEnumerable<string> Numbers(Rebuild rebuild, string made) => !IsNumbered(rebuild.Definition) || !(TableText.Read(rebuild.Objects[0].Sql) is { } old && IsNumbered(old))
        ? []
        : [
            $"DELETE FROM sqlite_sequence WHERE name = {Text(made)}",
            $"INSERT INTO sqlite_sequence (name, seq) SELECT {Text(made)}, seq FROM sqlite_sequence WHERE name = {Text(rebuild.Table)}",
        ];

    private static bool IsNumbered(TableText table) => table.Find((clause, _) => clause.Numbered) is not null;

    private static bool GoesWith(SqliteObject made, Rebuild rebuild)
    {
        if (made.Type != "index" || rebuild.Gone.Count == 0)
        {
            return false;
        }

        var tokens = StatementSplitter.Split(made.Sql, DatabaseKind.Sqlite, insideBatches: false)[0].Tokens;
        return tokens.SkipWhile(t => !t.Is('(')).Any(t => t.Kind is SqlTokenKind.Word or SqlTokenKind.Name && Has(rebuild.Gone, t.Text));
    }

    private static bool Has(Items<string> names, string name) => names.Contains(name, AsciiComparer.IgnoreCase);

    private static string Quoted(string name) => QuotedName.Of(name, Dialect.Of(DatabaseKind.Sqlite));

    private static string Text(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";
}
