using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>Makes rows up and writes them: typed, with every constraint of the database respected, the same ones each time.</summary>
/// <param name="connection">The database.</param>
/// <param name="samples">What the project gives for columns that made-up values would not suit.</param>
/// <param name="said">The schema as the history knows it, for lengths and kinds that SQLite does not keep.</param>
internal sealed class RowWriter(SqliteConnection connection, Samples samples, Schema said)
{
    /// <summary>Brings each of the tables to at least <paramref name="rows"/> rows, or adds <paramref name="more"/> to what it has.</summary>
    /// <param name="tables">The tables' names.</param>
    /// <param name="rows">The least number of rows afterwards.</param>
    /// <param name="more">How many rows to add at least.</param>
    /// <param name="beside">What they have to get along with beside what the database holds.</param>
    /// <returns>The tables that have no rows, and why.</returns>
    public IReadOnlyList<Unfilled> Fill(IEnumerable<string> tables, int rows, int more, Beside? beside = null)
    {
        var live = tables.Select(t => Live.Table(connection, t)).OfType<LiveTable>().ToList();
        var unfilled = new List<Unfilled>();
        connection.Execute("BEGIN");
        connection.Execute("PRAGMA defer_foreign_keys = ON");
        var waiting = live.Select(t => t.Name).ToHashSet(AsciiComparer.IgnoreCase);
        foreach (var table in FillOrder.Of(live))
        {
            waiting.Remove(table.Name);
            if (Fill(table, rows, more, beside, waiting) is { } problem)
            {
                unfilled.Add(problem);
            }
        }

        return Commit(live) ? unfilled : [.. live.Select(t => new Unfilled(t.Name, "rows that refer to each other in a circle could not be made", []))];
    }

    private Unfilled? Fill(LiveTable table, int rows, int more, Beside? beside, HashSet<string> waiting)
    {
        var has = connection.Number($"SELECT count(*) FROM {Quoted.Name(table.Name)}");
        var wanted = (int)Math.Max(more, rows - has);
        if (wanted <= 0)
        {
            return null;
        }

        var before = beside?.Table(table.Name);
        var guard = beside is null ? null : new Guard(connection, table, before, beside.Expected);
        var strict = Speaking(before is null ? table : Tightened(table, before), [.. guard?.Checks ?? [], .. beside?.Expected ?? []]);
        using var writer = new TableWriter(connection, new(strict, c => Said(table.Name, c), samples, References(strict, waiting), before?.Uniques ?? []))
        {
            Guard = guard,
            IsTaken = (columns, row) => before is not null && beside!.Has(before, columns, row),
        };
        var written = writer.Write(Math.Max(Math.Max(has, Used(table)), before is null ? 0 : beside!.Used(before)), wanted);
        return written > 0 ? null
            : guard?.Unexpected == true ? new(table.Name, "no row was found that leaves what it expects after Up as it is", []) { Unexpected = true }
            : has == 0 ? new(table.Name, writer.Why, writer.Columns) : null;
    }

    // Where the table's own checks leave a choice, the others say which values to try.
    private static LiveTable Speaking(LiveTable table, IReadOnlyList<string> conditions) =>
        conditions.Count == 0 ? table : table with { Sql = table.Sql + string.Concat(conditions.Select(c => $" CHECK ({c})")) };

    // Rows that must outlive a rollback obey the older table too.
    private static LiveTable Tightened(LiveTable table, LiveTable before) => table with
    {
        Columns = [.. table.Columns.Select(c => before.Find(c.Name) is { NotNull: true } ? c with { NotNull = true } : c)],
        ForeignKeys = [.. table.ForeignKeys, .. before.ForeignKeys.Where(f => f.Columns.All(c => table.Find(c) is not null) && !table.ForeignKeys.Any(own => own.Columns.SequenceEqual(f.Columns, AsciiComparer.IgnoreCase)))],
    };

    private Column? Said(string table, LiveColumn column) => said.Tables.Find(TableName.Of(table))?.FindColumn(column.Name, said.Dialect);

    private long Used(LiveTable table) => table.NumberKey is { } key
        ? Math.Max(0, connection.Number($"SELECT max({Quoted.Name(key.Name)}) FROM {Quoted.Name(table.Name)}") - Numbers.FirstKey + 1)
        : 0;

    private List<Reference> References(LiveTable table, HashSet<string> waiting) =>
    [
        .. table.ForeignKeys
            .Where(f => f.ReferencedColumns.Count == f.Columns.Count)
            .Select(f => new Reference(f, Same(f.Referenced, table.Name), Reference.TargetsOf(connection, f))
            {
                Ahead = f.Columns.Count == 1 && waiting.Contains(f.Referenced) && Live.Table(connection, f.Referenced)?.NumberKey is not null,
            }),
    ];

    // A reference that cannot be satisfied, such as a circle without nulls, costs the rows that have it and not the whole.
    private bool Commit(IEnumerable<LiveTable> tables)
    {
        foreach (var table in tables.Where(t => t.ForeignKeys.Count > 0))
        {
            Broken(table.Name).ForEach(row => connection.Execute($"DELETE FROM {Quoted.Name(table.Name)} WHERE rowid = @p0", row));
        }

        try
        {
            connection.Execute("COMMIT");
            return true;
        }
        catch (SqliteException)
        {
            connection.Execute("ROLLBACK");
            return false;
        }
    }

    // SQLite refuses every row of a table whose reference leads to no key, and so it refuses the question.
    private List<long> Broken(string table)
    {
        try
        {
            return [.. connection.Rows("SELECT rowid FROM pragma_foreign_key_check(@p0)", r => r.IsDBNull(0) ? -1 : r.GetInt64(0), table)];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    private static bool Same(string a, string b) => AsciiComparer.IgnoreCase.Equals(a, b);
}
