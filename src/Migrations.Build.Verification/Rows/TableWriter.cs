using Microsoft.Data.Sqlite;
using Migrations.Build.Model.Databases;
using Migrations.Build.Verification.Catalogs;
using Migrations.Build.Verification.Databases;

namespace Migrations.Build.Verification.Rows;

/// <summary>Writes rows into one table; where the database refuses one, it tries plainer values, then those that the table's checks name.</summary>
internal sealed class TableWriter : IDisposable
{
    private const int Check = 275;
    private const int Trigger = 1811;
    private const int Kinds = 4;
    private const int Tries = 2000;
    private static readonly int[] Duplicates = [2067, 1555, 2579];

    private readonly TablePlan _plan;
    private readonly IReadOnlyList<LiveColumn> _columns;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly List<Dictionary<string, object?>> _met = [];
    private bool _tame;
    private int _refusal;
    private int _searched;

    public TableWriter(SqliteConnection connection, TablePlan plan)
    {
        (_connection, _plan, _columns) = (connection, plan, [.. plan.Table.Writable]);
        _insert = connection.Command(
            _columns.Count == 0
                ? $"INSERT INTO {Quoted.Name(plan.Table.Name)} DEFAULT VALUES"
                : $"INSERT INTO {Quoted.Name(plan.Table.Name)} ({Quoted.Names(_columns.Select(c => c.Name))}) VALUES ({string.Join(", ", _columns.Select((_, i) => FormattableString.Invariant($"@p{i}")))})",
            new object?[_columns.Count]);
    }

    /// <summary>What no row may change; null for nothing.</summary>
    public Guard? Guard { get; init; }

    /// <summary>Whether a row that is not in the database has a key of the given one.</summary>
    public Func<IReadOnlyList<LiveColumn>, object?[], bool> IsTaken { get; init; } = (_, _) => false;

    /// <summary>Why the last row could not be written.</summary>
    public string Why { get; private set; } = "";

    /// <summary>The columns that the last refusal was about.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Writes <paramref name="count"/> rows from number <paramref name="first"/> on; returns how many the database took.</summary>
    public int Write(long first, int count)
    {
        var (written, n) = (0, first);
        for (var misses = 0; written < count && misses < 60 && !(n >= _plan.Capacity); n++)
        {
            if (TryRow(n) is { } row)
            {
                written++;
                Remember(row);
                continue;
            }

            misses += Duplicates.Contains(_refusal) ? 1 : 20;
        }

        return written;
    }

    public void Dispose() => _insert.Dispose();

    private object?[]? TryRow(long n)
    {
        for (var tame = _tame ? 1 : 0; tame <= 1 && _met.Count == 0; tame++)
        {
            var (row, code) = Insert(n, tame == 1, null);
            if (row is not null)
            {
                _tame = tame == 1;
                return row;
            }

            if (code != Check)
            {
                return null;
            }
        }

        return (_met.Count < Kinds ? Search(n) : null) ?? (_met.Count > 0 ? Insert(n, true, _met[(int)(n % _met.Count)]).Row : null);
    }

    // Goes through the combinations of the values that the checks name, from where it stopped for the row before.
    private object?[]? Search(long n)
    {
        var candidates = CheckReader.Candidates(_plan.Table).Where(c => !_plan.References.Any(r => r.Has(c.Column.Name)) && c.Column.KeyPart == 0).ToList();
        for (; _searched < Tries; _searched++)
        {
            var (rest, over) = (_searched, new Dictionary<string, object?>(AsciiComparer.IgnoreCase));
            foreach (var (column, values) in candidates)
            {
                over[column.Name] = values[rest % values.Count];
                rest /= values.Count;
            }

            if (rest > 0)
            {
                _searched = Tries;
            }
            else if (Insert(n, true, over).Row is { } row)
            {
                _met.Add(over);
                _searched++;
                return row;
            }
        }

        (Why, Columns) = _met.Count == 0 && candidates.Count > 0 ? ("its CHECK could not be foreseen", [.. candidates.Select(c => c.Column.Name)]) : (Why, Columns);
        return null;
    }

    private (object?[]? Row, int Code) Insert(long n, bool tame, Dictionary<string, object?>? over)
    {
        try
        {
            var row = new object?[_columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = over?.TryGetValue(_columns[i].Name, out var value) == true ? value : _plan.Value(_columns[i], n, tame, !_columns[i].NotNull);
                _insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            return Guard is null ? Done(row) : Guarded(row);
        }
        catch (NothingToReferToException e)
        {
            (Why, Columns) = ($"it refers to table '{e.Table}', which has no rows", []);
            return (null, _refusal = -1);
        }
        catch (SqliteException e)
        {
            Why = $"SQLite says \"{Reasons.Of(e)}\"";
            return (null, _refusal = e.SqliteExtendedErrorCode);
        }
    }

    private (object?[]? Row, int Code) Done(object?[] row)
    {
        Execute();
        return (row, 0);
    }

    private (object?[]? Row, int Code) Guarded(object?[] row)
    {
        if (IsTaken(_columns, row))
        {
            return (null, _refusal = Duplicates[0]);
        }

        _connection.Execute("SAVEPOINT guarded");
        var objects = true;
        try
        {
            Execute();
            objects = Guard!.Objects();
        }
        finally
        {
            _connection.Execute(objects ? "ROLLBACK TO guarded; RELEASE guarded" : "RELEASE guarded");
        }

        return objects ? (null, _refusal = Check) : (row, 0);
    }

    // A trigger that refuses made-up rows guards an order of work that made-up rows do not know.
    private void Execute()
    {
        try
        {
            _insert.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == Trigger)
        {
            using var quiet = Triggers.Off(_connection);
            _insert.ExecuteNonQuery();
        }
    }

    private void Remember(object?[] row)
    {
        foreach (var reference in _plan.References.Where(r => r.Self))
        {
            var key = reference.Key.ReferencedColumns.Select(c => _columns.ToList().FindIndex(own => AsciiComparer.IgnoreCase.Equals(own.Name, c))).ToList();
            if (key.TrueForAll(i => i >= 0 && row[i] is not null))
            {
                reference.Targets.Add([.. key.Select(i => row[i])]);
            }
        }
    }
}
