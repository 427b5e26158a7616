using System.Data.Common;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Canonical;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Operations;
using Migrations.Build.Runner.Databases;
using Migrations.Build.Runner.Journal;

namespace Migrations.Build.Runner.Keeping;

/// <summary>The table <c>migrations_kept</c>: which data is kept where, and what became of it. It opens no transactions.</summary>
internal sealed class KeptRegistry(ISession session)
{
    private const string Columns =
        """
        SELECT id, name, made_as, version, class, source_table, source_columns, kept_rows, placed_rows, placed_at_once, left_rows, kept_at, keep_until, deployment, state, ended_at, ended_by, way
        FROM migrations_kept
        """;

    /// <summary>Everything that is registered, in the order in which it was kept; nothing where the table is not there.</summary>
    public async Task<IReadOnlyList<KeptTable>> ReadAsync(CancellationToken cancel) =>
        (await session.HistoryColumnsAsync(cancel).ConfigureAwait(false)).ContainsKey("migrations_kept")
            ? await session.RunAsync(Read, session.Command(Columns + " ORDER BY id"), cancel).ConfigureAwait(false)
            : [];

    /// <summary>What is there to be restored or purged, and whether its table is missing.</summary>
    public async Task<Items<KeptTable>> PresentAsync(CancellationToken cancel)
    {
        var present = new List<KeptTable>();
        foreach (var kept in (await ReadAsync(cancel).ConfigureAwait(false)).Where(k => k.State is KeptState.Kept or KeptState.Left))
        {
            present.Add(kept with { Missing = !await ExistsAsync(kept.Name, cancel).ConfigureAwait(false) });
        }

        return present.ToItems();
    }

    /// <summary>What one way of a version kept, and waits for the other.</summary>
    public Task<List<KeptTable>> OfAsync(long version, Direction way, CancellationToken cancel) =>
        session.RunAsync(Read, session.Command(Columns + " WHERE version = @p0 AND way = @p1 AND state = 'kept' ORDER BY id", version, Recorded.Of(way)), cancel);

    /// <summary>What rollbacks kept and the next apply brings back, where its table is still there.</summary>
    public async Task<IReadOnlyList<KeptTable>> WaitingAsync(CancellationToken cancel)
    {
        var waiting = new List<KeptTable>();
        foreach (var kept in await session.RunAsync(Read, session.Command(Columns + " WHERE way = 'down' AND state = 'kept' ORDER BY id"), cancel).ConfigureAwait(false))
        {
            if (await ExistsAsync(kept.Name, cancel).ConfigureAwait(false))
            {
                waiting.Add(kept);
            }
        }

        return waiting;
    }

    /// <summary>Whether a table exists.</summary>
    public Task<bool> ExistsAsync(string table, CancellationToken cancel) => session.HoldsAsync(new Assumption("table", TableName.Of(table), null, true), cancel);

    /// <summary>Registers kept data.</summary>
    public Task AddAsync(KeptTable kept, CancellationToken cancel) => WriteAsync(
        """
        INSERT INTO migrations_kept (name, made_as, version, class, source_table, source_columns, kept_rows, placed_rows, placed_at_once, left_rows, kept_at, keep_until, deployment, state, way)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0, 0, 0, @p7, @p8, @p9, @p10, @p11)
        """,
        cancel,
        kept.Name,
        kept.MadeAs,
        kept.Version,
        kept.Class,
        kept.Table,
        JsonWriter.Compact(Json.Array(kept.Columns.Select(Json.Of))),
        kept.Rows,
        Moment.Write(kept.At),
        kept.Until is { } until ? Moment.Write(until) : null,
        kept.Deployment,
        Word(kept.State),
        Recorded.Of(kept.Way));

    /// <summary>Notes how many rows a statement brought back of a table.</summary>
    public Task PlaceAsync(string name, long rows, CancellationToken cancel) => WriteAsync(
        "UPDATE migrations_kept SET placed_rows = placed_rows + @p0, placed_at_once = CASE WHEN placed_at_once < @p0 THEN @p0 ELSE placed_at_once END WHERE name = @p1 AND state = 'kept'",
        cancel, rows, name);

    /// <summary>Notes how many rows a table holds.</summary>
    public Task CountAsync(string name, long rows, CancellationToken cancel) => WriteAsync(
        "UPDATE migrations_kept SET kept_rows = @p0 WHERE name = @p1 AND state = 'kept'", cancel, rows, name);

    /// <summary>Notes what became of a table.</summary>
    public Task EndAsync(KeptTable kept, KeptState state, DateTimeOffset? at, string? by, CancellationToken cancel) => WriteAsync(
        "UPDATE migrations_kept SET name = @p0, left_rows = @p1, state = @p2, ended_at = @p3, ended_by = @p4 WHERE id = @p5",
        cancel, kept.Name, kept.RowsLeft, Word(state), at is { } moment ? Moment.Write(moment) : null, by, kept.Id);

    /// <summary>Notes that a table has another name.</summary>
    public Task RenameAsync(KeptTable kept, string name, CancellationToken cancel) => WriteAsync("UPDATE migrations_kept SET name = @p0, made_as = @p0 WHERE id = @p1", cancel, name, kept.Id);

    /// <summary>A name for a table that has to make room: one that no table has, or had.</summary>
    public async Task<string> FreeNameAsync(string madeAs, CancellationToken cancel)
    {
        var taken = (await ReadAsync(cancel).ConfigureAwait(false)).Select(k => k.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var name = madeAs + KeptNames.Left + Wording.Text(number);
            if (!taken.Contains(name) && !await ExistsAsync(name, cancel).ConfigureAwait(false))
            {
                return name;
            }
        }
    }

    private Task<int> WriteAsync(string sql, CancellationToken cancel, params object?[] values) => session.RunAsync(c => c.ExecuteNonQuery(), session.Command(sql, values), cancel);

    private static string Word(KeptState state) => state switch
    {
        KeptState.Kept => "kept",
        KeptState.Restored => "restored",
        KeptState.Left => "left",
        KeptState.Purged => "purged",
        KeptState.NotKept => "not-kept",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static List<KeptTable> Read(DbCommand command)
    {
        var found = new List<KeptTable>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            found.Add(new(rows.GetString(1), rows.GetInt64(3), rows.GetString(4), rows.GetString(5))
            {
                Id = rows.GetInt64(0),
                MadeAs = rows.GetString(2),
                Columns = JsonReader.Read(rows.GetString(6)).Elements.Select(e => e.Text).ToItems(),
                Rows = rows.GetInt64(7),
                Placed = rows.GetInt64(8),
                PlacedAtOnce = rows.GetInt64(9),
                RowsLeft = rows.GetInt64(10),
                At = Moment.Read(rows.GetString(11)) ?? default,
                Until = rows.IsDBNull(12) ? null : Moment.Read(rows.GetString(12)),
                Deployment = rows.GetInt64(13),
                State = Enum.GetValues<KeptState>().FirstOrDefault(s => Word(s) == rows.GetString(14)),
                Ended = rows.IsDBNull(15) ? null : Moment.Read(rows.GetString(15)),
                EndedBy = rows.IsDBNull(16) ? null : rows.GetString(16),
                Way = rows.GetString(17) == Recorded.Of(Direction.Down) ? Direction.Down : Direction.Up,
            });
        }

        return found;
    }
}
