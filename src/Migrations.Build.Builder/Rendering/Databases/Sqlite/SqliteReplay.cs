using System.Globalization;
using Microsoft.Data.Sqlite;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Sql;

namespace Migrations.Build.Builder.Rendering.Databases.Sqlite;

/// <summary>
/// The history so far in an empty database in memory: what it says of a table is what a database that the history made says. It is not
/// opened before somebody asks. Statements may fail there, for want of rows and of what code does: then nothing changes.
/// </summary>
internal sealed class SqliteReplay : IDisposable
{
    private readonly List<string> _history = [];
    private readonly List<string> _passage = [];
    private SqliteConnection? _connection;
    private bool _passing;

    private SqliteConnection Connection => _connection ?? Open();

    /// <summary>Adds what was rendered.</summary>
    public void Add(string text)
    {
        if (_connection is not null)
        {
            Apply(text);
        }
        else
        {
            (_passing ? _passage : _history).Add(text);
        }
    }

    /// <summary>What is added from here on does not stay.</summary>
    public void Begin()
    {
        _passing = true;
        if (_connection is not null)
        {
            Run("SAVEPOINT passage");
        }
    }

    /// <summary>Undoes what was added since <see cref="Begin"/>.</summary>
    public void Undo()
    {
        _passing = false;
        _passage.Clear();
        if (_connection is not null)
        {
            Run("ROLLBACK TO passage");
            Run("RELEASE passage");
        }
    }

    /// <summary>The table, its indexes and its triggers, in the order in which they can be made; none when the history makes no such table.</summary>
    public Items<SqliteObject> Objects(string table)
    {
        var found = Rows(
            "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = @p0 COLLATE NOCASE AND sql IS NOT NULL ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, rowid",
            table).Select(r => new SqliteObject(r[0], r[1], r[2])).ToItems();
        return found.Count > 0 && found[0].Type == "table" ? found : Items<SqliteObject>.Empty;
    }

    /// <summary>The triggers of a table.</summary>
    public Items<SqliteObject> Triggers(string table) => Objects(table).Where(o => o.Type == "trigger").ToItems();

    /// <summary>The table as SQLite reads it; without columns where the history made none that SQLite takes.</summary>
    public ReplayedTable Table(string table)
    {
        var columns = Rows("SELECT name, hidden, pk FROM pragma_table_xinfo(@p0) ORDER BY cid", table);
        var key = columns.Where(c => c[2] != "0").OrderBy(c => int.Parse(c[2], CultureInfo.InvariantCulture)).Select(c => c[0]).ToItems();
        var hasRowId = HasRowNumbers(table);
        var indexed = Rows("SELECT origin FROM pragma_index_list(@p0) WHERE origin = 'pk'", table).Count > 0;
        var free = new[] { "rowid", "_rowid_", "oid" }.FirstOrDefault(n => !columns.Exists(c => AsciiComparer.IgnoreCase.Equals(c[0], n)));
        return new(
            columns.Where(c => c[1] == "0").Select(c => c[0]).ToItems(),
            key,
            hasRowId && key.Count == 1 && !indexed ? key[0] : null,
            hasRowId ? free : null);
    }

    /// <summary>Whether rows of a table have numbers, as far as the history knows the table.</summary>
    public bool HasRowNumbers(string table) => Rows("SELECT wr FROM pragma_table_list(@p0) WHERE schema = 'main'", table) is not [["1"], ..];

    /// <summary>Whether a row of the table may have a primary key that is NULL.</summary>
    public bool TakesNullKeys(string table) => HasRowNumbers(table) && Table(table).RowNumber is null
        && Rows("SELECT 1 FROM pragma_table_info(@p0) WHERE pk > 0 AND \"notnull\" = 0", table).Count > 0;

    /// <summary>Does what the statements do, asks, and undoes them; the first that fails ends it with SQLite's own error.</summary>
    public T Try<T>(IEnumerable<string> statements, Func<T> ask)
    {
        var connection = Connection;
        Run("SAVEPOINT trial");
        try
        {
            foreach (var statement in statements)
            {
                Run(connection, statement);
            }

            return ask();
        }
        finally
        {
            Run("PRAGMA legacy_alter_table = OFF");
            Run("ROLLBACK TO trial");
            Run("RELEASE trial");
        }
    }

    /// <summary>Whether SQLite takes a statement as things stand.</summary>
    public bool Takes(string statement)
    {
        try
        {
            return Try([statement], () => true);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection?.Dispose();

    private SqliteConnection Open()
    {
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        Run("PRAGMA foreign_keys = OFF");
        // Within a transaction a PRAGMA of the history cannot switch foreign keys on again.
        Run("BEGIN");
        _history.ForEach(Apply);
        _history.Clear();
        if (_passing)
        {
            Run("SAVEPOINT passage");
            _passage.ForEach(Apply);
            _passage.Clear();
        }

        return _connection;
    }

    // Rows change no table's text; a transaction would end the replay's own.
    private void Apply(string text)
    {
        foreach (var statement in StatementSplitter.Split(text, DatabaseKind.Sqlite, insideBatches: false))
        {
            if (statement.Tokens[0].IsAny("ALTER", "CREATE", "DROP") || (statement.Tokens[0].Is("PRAGMA") && statement.Tokens[1].Is("legacy_alter_table")))
            {
                try
                {
                    Run(statement.Text);
                }
                catch (Exception e) when (e is SqliteException or InvalidOperationException)
                {
                    // It needs rows, or what code makes; or it fails everywhere, which verification tells.
                }
            }
        }
    }

    private void Run(string sql) => Run(_connection!, sql);

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string[]> Rows(string query, string value)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("@p0", value);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i).ToString() ?? "")]);
        }

        return rows;
    }
}
