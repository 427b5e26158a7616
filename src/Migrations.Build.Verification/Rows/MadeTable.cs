using Microsoft.Data.Sqlite;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Chains;
using Migrations.Build.Verification.Databases;
using Migrations.Build.Verification.Digests;

namespace Migrations.Build.Verification.Rows;

/// <summary>The rows of a table, to be changed one by one.</summary>
internal sealed class MadeTable
{
    private const int Constraint = 19;
    private readonly SqliteConnection _connection;
    private readonly LiveTable _table;
    private readonly Past _past;
    private readonly List<LiveColumn> _columns;
    private readonly string[] _place;
    private readonly string?[] _placeColumns;

    public MadeTable(SqliteConnection connection, LiveTable table, Past past)
    {
        (_connection, _table, _past, _columns) = (connection, table, past, [.. table.Writable]);
        var number = table.HasRowId ? new[] { "rowid", "_rowid_", "oid" }.FirstOrDefault(n => table.Find(n) is null) : null;
        _place = number is not null ? [number] : [.. (table.Key.Count > 0 ? table.Key : table.Columns.Where(c => !c.Generated)).Select(c => Quoted.Name(c.Name))];
        _placeColumns = number is null ? [.. (table.Key.Count > 0 ? table.Key : table.Columns.Where(c => !c.Generated)).Select(c => c.Name)]
            : [table.Key is [{ } only] && only.Type.Equals("INTEGER", StringComparison.OrdinalIgnoreCase) ? only.Name : null];
        var key = table.Key.Select(k => _columns.FindIndex(c => c.Name == k.Name)).ToArray();
        var owned = past.OwnRows(table.Name);
        Rows = connection.Rows(
            $"SELECT {Quoted.Names(_columns.Select(c => c.Name))}, {string.Join(", ", _place)} FROM {Quoted.Name(table.Name)}",
            r =>
            {
                var cells = Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? null : r.GetValue(i)).ToArray();
                var (values, place) = (cells[.._columns.Count], cells[_columns.Count..]);
                return new MadeRow(values, place, owned.Count > 0 && owned.Contains(RowReader.IdOf(Array.TrueForAll(key, k => k >= 0) && key.Length > 0 ? [.. key.Select(k => values[k])] : place)));
            }).ToList();
    }

    /// <summary>The rows that are there.</summary>
    public List<MadeRow> Rows { get; }

    /// <summary>Why the last change was refused.</summary>
    public string Why { get; private set; } = "";

    public object? Value(MadeRow row, string column) => row.Values[IndexOf(column)];

    /// <summary>Whether a migration gave the value, and not to this row alone.</summary>
    public bool IsGiven(MadeRow row, string column) => Value(row, column) is { } value && _past.IsGiven(_table.Name, column, RowReader.DigestOf(value));

    /// <summary>Gives a row other values, where the database takes them and <paramref name="where"/> then holds for it.</summary>
    public bool Change(MadeRow row, IReadOnlyList<(string Column, object? Value)> values, string? where = null) => Try(() =>
    {
        var set = string.Join(", ", values.Select((v, i) => FormattableString.Invariant($"{Quoted.Name(v.Column)} = @v{i}")));
        Run($"UPDATE {Quoted.Name(_table.Name)} SET {set} WHERE {At()}", row, values);
        var place = row.Place.ToArray();
        Move(row, values);
        if (where is not null && !Holds(row, where))
        {
            place.CopyTo(row.Place, 0);
            return false;
        }

        values.ToList().ForEach(v => row.Values[IndexOf(v.Column)] = v.Value);
        return true;
    });

    /// <summary>Deletes a row, where nothing refers to it.</summary>
    public bool Delete(MadeRow row) => Try(() =>
    {
        Run($"DELETE FROM {Quoted.Name(_table.Name)} WHERE {At()}", row, []);
        return Rows.Remove(row);
    });

    /// <summary>Whether a condition is not false for a row.</summary>
    public bool Holds(MadeRow row, string condition)
    {
        using var command = Command($"SELECT count(*) FROM {Quoted.Name(_table.Name)} WHERE {At()} AND NOT ({condition})", row, []);
        return command.ExecuteScalar() is 0L;
    }

    // A row that is found by what changes is found by the new value then.
    private void Move(MadeRow row, IReadOnlyList<(string Column, object? Value)> values)
    {
        foreach (var (column, value) in values)
        {
            var at = Array.FindIndex(_placeColumns, p => p is not null && Model.Databases.AsciiComparer.IgnoreCase.Equals(p, column));
            if (at >= 0)
            {
                row.Place[at] = value;
            }
        }
    }

    private int IndexOf(string column) => _columns.FindIndex(c => Model.Databases.AsciiComparer.IgnoreCase.Equals(c.Name, column));

    private string At() => string.Join(" AND ", _place.Select((p, i) => FormattableString.Invariant($"{p} IS @k{i}")));

    private void Run(string sql, MadeRow row, IReadOnlyList<(string Column, object? Value)> values)
    {
        using var command = Command(sql, row, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, MadeRow row, IReadOnlyList<(string Column, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < row.Place.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"@k{i}"), row.Place[i] ?? DBNull.Value);
        }

        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"@v{i}"), values[i].Value ?? DBNull.Value);
        }

        return command;
    }

    // What the older schema refuses is no change at all; what is wrong otherwise is told where the demand stays unmet.
    private bool Try(Func<bool> change)
    {
        _connection.Execute("SAVEPOINT made");
        var done = false;
        try
        {
            done = change();
        }
        catch (SqliteException e)
        {
            Why = e.SqliteErrorCode == Constraint ? "the constraints that it has already leave no other values" : $"SQLite says \"{Reasons.Of(e)}\"";
        }

        _connection.Execute(done ? "RELEASE made" : "ROLLBACK TO made; RELEASE made");
        return done;
    }
}
