using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Digests;
using Migrations.Build.Verification.Proofs;

namespace Migrations.Build.Verification.Rounds;

/// <summary>Looks after Down for the rows that were written after Up.</summary>
/// <param name="prior">The rows of a table before they were written.</param>
/// <param name="written">The rows of tables afterwards.</param>
/// <param name="first">The database after the first Up.</param>
/// <param name="names">What tables and columns were called after Up.</param>
/// <param name="before">The database before.</param>
internal sealed class Followers(Func<string, RowSet?> prior, IReadOnlyDictionary<string, RowSet> written, Moment first, TableNames names, SqliteConnection before)
{
    private readonly Dictionary<string, (int Prior, IReadOnlyList<TableRow> Rows)> _added = written.ToDictionary<KeyValuePair<string, RowSet>, string, (int, IReadOnlyList<TableRow>)>(
        w => w.Key,
        w => prior(w.Key) is { } earlier ? (earlier.Rows.Count, [.. w.Value.Rows.Where(r => earlier.Find(r.Id) is null)]) : (0, [.. w.Value.Rows]),
        AsciiComparer.IgnoreCase);

    /// <summary>How many rows were looked for.</summary>
    public int Count { get; private set; }

    /// <summary>The rows of a table without those that were written.</summary>
    public RowSet Without(string table, RowSet now)
    {
        if (!_added.TryGetValue(table, out var added) || added.Rows.Count == 0)
        {
            return now;
        }

        var ids = added.Rows.Select(r => r.Id).ToHashSet();
        return new(now.Table, now.Columns, now.Keyed, now.Rows.Without(ids)) { Key = now.Key };
    }

    /// <summary>What became of the rows of a table.</summary>
    /// <param name="table">Its name after Up.</param>
    /// <param name="old">Its name before.</param>
    /// <param name="now">Its rows after Down.</param>
    /// <param name="faults">Makes the faults.</param>
    public IEnumerable<Fault> Find(string table, string old, RowSet now, Faults faults)
    {
        if (!written.TryGetValue(table, out var rows))
        {
            yield break;
        }

        var (earlier, added) = _added[table];
        Count += added.Count;
        if (!rows.IsKeyedAs(now))
        {
            // Without a key, or with another one, a row may have another number after a rebuild: only how many there are can be said.
            var gone = earlier + added.Count - now.Rows.Count;
            if (gone > 0 && added.Count > 0 && Moment.Row(before, old)?.Rows.Count == earlier)
            {
                yield return faults.Rows(old, $"{Math.Min(gone, added.Count)} of {Faults.Count(added.Count)} written after Up are gone");
            }

            yield break;
        }

        var lost = added.Count(r => now.Find(r.Id) is null);
        if (lost > 0)
        {
            yield return faults.Rows(old, $"{lost} of {Faults.Count(added.Count)} written after Up are gone");
        }

        foreach (var column in Untouched(table, old, now))
        {
            var other = added.Count(r => now.Find(r.Id) is { } same && same.Cells[now.IndexOf(column)] != r.Cells[rows.IndexOf(column)]);
            if (other > 0)
            {
                yield return faults.Rows(old, $"column '{column}' has other values in {Faults.Count(other)} written after Up", mild: true) with { IsOfLaterValues = true };
            }
        }
    }

    /// <summary>What did not come back with the next Up of what Down took: rows of tables that Up makes, and values of columns that it adds.</summary>
    /// <param name="now">The rows of a table after the second Up.</param>
    /// <param name="faults">Makes the faults.</param>
    public IEnumerable<Fault> FindAgain(Func<string, RowSet?> now, Faults faults)
    {
        foreach (var (table, (earlier, added)) in _added.Where(a => a.Value.Rows.Count > 0))
        {
            var (rows, old) = (written[table], names.Before(table) is { } was ? Moment.Row(before, was) : null);
            var again = now(table);
            var gone = again is null ? added.Count
                : !rows.Keyed || !again.Keyed ? Math.Min(added.Count, Math.Max(0, earlier + added.Count - again.Rows.Count))
                : added.Count(r => again.Find(r.Id) is not { } same || New(old, rows).Any(c => again.IndexOf(c) is var at && (at < 0 || same.Cells[at] != r.Cells[rows.IndexOf(c)])));
            if (gone > 0)
            {
                yield return faults.Rows(table, $"of {Faults.Count(gone)} written after Up, what Down took does not come back with the next Up");
            }
        }
    }

    private IEnumerable<string> New(RowSet? old, RowSet rows) =>
        old is null ? rows.Columns : rows.Columns.Where(c => !old.Columns.Any(o => Same(names.After(old.Table, o), c)));

    // The columns of both schemas whose values Up left alone: the older schema holds there whatever the newer one does.
    private IEnumerable<string> Untouched(string table, string old, RowSet now)
    {
        if (Moment.Row(before, old) is not { Rows.Count: > 0 } was)
        {
            return [];
        }

        var after = first.Rows.GetValueOrDefault(table);
        return was.Columns.Where(c => now.IndexOf(c) >= 0 && written[table].IndexOf(c) >= 0 && Same(names.After(old, c), c)
            && (after is null || was.Rows.All(r => after.Find(r.Id) is { } same && same.Cells[after.IndexOf(c)] == r.Cells[was.IndexOf(c)])));
    }

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
