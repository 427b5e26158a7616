using System.Data.Common;
using System.Globalization;
using Migrations.Build.Model;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>
/// Keeps rows of other tables from being deleted with a table that is dropped: SQLite deletes the dropped table's rows first, and with them,
/// by ON DELETE CASCADE, the rows that refer to them. Such a migration runs with foreign keys off, and is checked before its commit.
/// </summary>
internal sealed class SqliteReferences(SqliteSession session)
{
    // Only a table whose text names the dropped one is asked for its foreign keys: a history of a thousand tables asks a thousand times.
    private const string Referring =
        """
        SELECT count(*) FROM sqlite_master m, pragma_foreign_key_list(m.name) f
        WHERE m.type = 'table' AND m.sql LIKE '%REFERENCES%' AND (instr(lower(m.sql), lower(@p0)) > 0 OR instr(@p0, '"') > 0)
            AND f."table" = @p0 COLLATE NOCASE AND m.name <> @p0 COLLATE NOCASE
        """;

    private const string Violations = """SELECT "table", "parent", count(*) FROM pragma_foreign_key_check GROUP BY "table", "parent", "fkid" ORDER BY 1, 2""";

    private readonly SqliteActions _actions = new(session);
    private bool _enforced;
    private bool _loose;
    private Dictionary<(string Table, string Parent), long>? _before;

    /// <summary>Notes whether this connection enforces foreign keys.</summary>
    public async Task PrepareAsync(CancellationToken cancel) =>
        _enforced = await ScalarAsync("PRAGMA foreign_keys", [], cancel).ConfigureAwait(false) == 1;

    /// <summary>Switches foreign keys off where the statements drop a table that others refer to; that is not possible within a transaction.</summary>
    public async Task LoosenAsync(IReadOnlyList<string> statements, CancellationToken cancel)
    {
        if (_enforced && await DropsReferencedAsync(statements, cancel).ConfigureAwait(false))
        {
            await session.RunAsync("PRAGMA foreign_keys = OFF", cancel).ConfigureAwait(false);
            _loose = true;
        }
    }

    /// <summary>Counts what is broken already, so that only what the transaction breaks is held against it.</summary>
    public async Task CountAsync(CancellationToken cancel) => _before = _loose ? await ViolationsAsync(cancel).ConfigureAwait(false) : null;

    /// <summary>What the transaction broke.</summary>
    public async Task<Items<string>> BrokenAsync(CancellationToken cancel)
    {
        if (!_loose)
        {
            return Items<string>.Empty;
        }

        var (before, after) = (_before!, await ViolationsAsync(cancel).ConfigureAwait(false));
        return after.Where(v => v.Value > before.GetValueOrDefault(v.Key))
            .Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Value - before.GetValueOrDefault(v.Key)} in '{v.Key.Table}' that refer to '{v.Key.Parent}'"))
            .ToItems();
    }

    /// <summary>Runs a statement; what foreign keys do to rows that refer to others happens all the same while they are off.</summary>
    public Task<int> WithActionsAsync(string sql, Func<Task<int>> run, CancellationToken cancel) => _loose ? _actions.WithAsync(sql, run, cancel) : run();

    /// <summary>Switches foreign keys on again.</summary>
    public async Task TightenAsync()
    {
        if (_loose)
        {
            _loose = false;
            await session.RunAsync("PRAGMA foreign_keys = ON", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<bool> DropsReferencedAsync(IReadOnlyList<string> statements, CancellationToken cancel)
    {
        var dropped = statements.Select(SqlHead.DroppedTable).OfType<string>().ToArray();
        if (dropped.Length > 0 && statements.Any(s => s.Contains("REFERENCES", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        foreach (var table in dropped)
        {
            if (await ScalarAsync(Referring, [table], cancel).ConfigureAwait(false) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<long> ScalarAsync(string sql, object[] values, CancellationToken cancel) =>
        Convert.ToInt64(await session.RunAsync(c => c.ExecuteScalar(), session.Command(sql, values), cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);

    private Task<Dictionary<(string Table, string Parent), long>> ViolationsAsync(CancellationToken cancel) =>
        session.RunAsync(Read, session.Command(Violations), cancel);

    private static Dictionary<(string Table, string Parent), long> Read(DbCommand command)
    {
        var found = new Dictionary<(string Table, string Parent), long>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var key = (rows.GetString(0), rows.GetString(1));
            found[key] = found.GetValueOrDefault(key) + rows.GetInt64(2);
        }

        return found;
    }
}
