using System.Data.Common;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// Does what foreign keys say that happens to rows which refer to a deleted or changed one, while foreign keys are switched off: temporary triggers
/// stand in for ON DELETE and ON UPDATE around each statement that changes rows (https://sqlite.org/foreignkeys.html#fk_actions).
/// </summary>
internal sealed class SqliteActions(SqliteSession session)
{
    private const string Keys =
        """
        SELECT m.name, f.id, f."table", f."from", coalesce(f."to", p.name), f.on_update, f.on_delete, c.dflt_value
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f
            LEFT JOIN pragma_table_xinfo(f."table") p ON f."to" IS NULL AND p.pk = f.seq + 1
            LEFT JOIN pragma_table_xinfo(m.name) c ON c.name = f."from" COLLATE NOCASE
        WHERE m.type = 'table' AND m.sql LIKE '%REFERENCES%' AND (f.on_delete IN ('CASCADE', 'SET NULL', 'SET DEFAULT') OR f.on_update IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))
            AND EXISTS (SELECT 1 FROM sqlite_master r WHERE r.type = 'table' AND r.name = f."table" COLLATE NOCASE)
        ORDER BY m.name, f.id, f.seq
        """;

    // A trigger of somebody's must not begin to fire again from within itself.
    private const string Triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'";

    /// <summary>Runs a statement with them.</summary>
    public async Task<int> WithAsync(string sql, Func<Task<int>> run, CancellationToken cancel)
    {
        var all = MayAct(sql) ? await session.RunAsync(Read, session.Command(Keys), cancel).ConfigureAwait(false) : [];
        var alone = all.Count == 0 || await session.ScalarAsync(Triggers, cancel).ConfigureAwait(false) is 0L;
        var keys = alone ? Reached(all, sql) : all;
        if (keys.Count == 0)
        {
            return await run().ConfigureAwait(false);
        }

        var texts = keys.SelectMany(k => k.Triggers()).Select((text, i) => (Name: FormattableString.Invariant($"migrations_action_{i + 1}"), Text: text)).ToArray();
        foreach (var (name, text) in texts)
        {
            await session.RunAsync($"CREATE TEMP TRIGGER {name} {text}", cancel).ConfigureAwait(false);
        }

        var deep = alone && await session.ScalarAsync("PRAGMA recursive_triggers", cancel).ConfigureAwait(false) is 0L;
        await session.RunAsync(deep ? "PRAGMA recursive_triggers = ON" : "SELECT 1", cancel).ConfigureAwait(false);
        try
        {
            var rows = await run().ConfigureAwait(false);
            foreach (var (name, _) in texts)
            {
                await session.RunAsync($"DROP TRIGGER temp.{name}", cancel).ConfigureAwait(false);
            }

            return rows;
        }
        finally
        {
            await session.RunAsync(deep ? "PRAGMA recursive_triggers = OFF" : "SELECT 1", CancellationToken.None).ConfigureAwait(false);
        }
    }

    // Only what the statement speaks of can act, and what is reached from there; a trigger could reach anything.
    private static List<Key> Reached(List<Key> keys, string sql)
    {
        var reached = keys.Where(k => k.Parent.Contains('"', StringComparison.Ordinal) || sql.Contains(k.Parent, StringComparison.OrdinalIgnoreCase)).ToList();
        for (var at = 0; at < reached.Count; at++)
        {
            var child = reached[at].Child;
            reached.AddRange(keys.Where(k => AsciiComparer.IgnoreCase.Equals(k.Parent, child) && !reached.Contains(k)));
        }

        return reached;
    }

    // Rows that are only added have nothing that refers to them, unless they take the place of others.
    private static bool MayAct(string sql) => SqlHead.Word(sql) switch
    {
        "DELETE" or "UPDATE" or "REPLACE" or "WITH" => true,
        "INSERT" => SqlWords.Of(sql).Any(w => w.Is("REPLACE") || w.Is("CONFLICT")),
        _ => false,
    };

    private static List<Key> Read(DbCommand command)
    {
        var found = new List<(string Table, string Id, Key Key)>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (table, id) = (rows.GetString(0), rows.GetValue(1).ToString()!);
            if (found.Count == 0 || found[^1].Table != table || found[^1].Id != id)
            {
                found.Add((table, id, new(table, rows.GetString(2), rows.GetString(6), rows.GetString(5))));
            }

            found[^1].Key.Columns.Add((rows.GetString(3), rows.IsDBNull(4) ? rows.GetString(3) : rows.GetString(4), rows.IsDBNull(7) ? "NULL" : rows.GetString(7)));
        }

        return [.. found.Select(f => f.Key)];
    }

    private sealed record Key(string Child, string Parent, string OnDelete, string OnUpdate)
    {
        public List<(string Own, string Target, string Default)> Columns { get; } = [];

        // The parent's column stands on the left, since its affinity and collation count.
        private string Refers => string.Join(" AND ", Columns.Select(c => $"OLD.{Quoted(c.Target)} = {Quoted(c.Own)}"));

        public IEnumerable<string> Triggers()
        {
            if (OnDelete is "CASCADE" || Set(OnDelete) is not null)
            {
                yield return $"AFTER DELETE ON main.{Quoted(Parent)} BEGIN {(OnDelete is "CASCADE" ? $"DELETE FROM {Quoted(Child)}" : Set(OnDelete))} WHERE {Refers}; END";
            }

            if (Set(OnUpdate) is { } set)
            {
                var changed = string.Join(" OR ", Columns.Select(c => $"OLD.{Quoted(c.Target)} IS NOT NEW.{Quoted(c.Target)}"));
                yield return $"AFTER UPDATE ON main.{Quoted(Parent)} WHEN {changed} BEGIN {set} WHERE {Refers}; END";
            }
        }

        private string? Set(string action)
        {
            Func<(string Own, string Target, string Default), string>? value = action switch
            {
                "CASCADE" => c => $"NEW.{Quoted(c.Target)}",
                "SET NULL" => _ => "NULL",
                "SET DEFAULT" => c => c.Default,
                _ => null,
            };
            return value is null ? null : $"UPDATE {Quoted(Child)} SET {string.Join(", ", Columns.Select(c => $"{Quoted(c.Own)} = ({value(c)})"))}";
        }

        private static string Quoted(string name) => QuotedName.Of(name, Dialect.Of(DatabaseKind.Sqlite));
    }
}
