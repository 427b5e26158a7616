using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Model;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Histories;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using SQLitePCL;

namespace Migrations.Build.Runner.Databases.Sqlite;

/// <summary>An open SQLite file.</summary>
internal sealed class SqliteSession : ISession
{
    private readonly SqliteConnection _connection;
    private readonly SqliteRunner _runner;
    private readonly SqliteReferences _references;
    private readonly RunSettings _settings;
    private bool _renamesOldWay;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection, RunSettings settings)
    {
        (_connection, _runner, _settings) = (connection, new(connection, settings), settings);
        _references = new(this);
    }

    /// <inheritdoc/>
    public DbConnection Connection => _connection;

    /// <inheritdoc/>
    public DbTransaction? Transaction { get; private set; }

    /// <inheritdoc/>
    public VersionTable Versions { get; set; } = VersionTable.Default;

    /// <inheritdoc/>
    public IReadOnlyList<string> HistoryTables => SqliteHistory.Statements(Versions);

    private bool AutoCommits => raw.sqlite3_get_autocommit(_connection.Handle) != 0;

    /// <summary>Opens a connection and sets it up.</summary>
    public static async Task<SqliteSession> OpenAsync(SqliteConnectionStringBuilder builder, Access access, RunSettings settings, CancellationToken cancel)
    {
        var connection = new SqliteConnection(builder.ConnectionString);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection, settings);
            await session.RunAsync(access == Access.Read ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF", cancel).ConfigureAwait(false);
            if (settings.Scratch)
            {
                await session.LightenAsync(cancel).ConfigureAwait(false);
            }

            await session._references.PrepareAsync(cancel).ConfigureAwait(false);
            return session;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new DatabaseException(Refused.Unreachable, SqliteError.Text(e), e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task BeginAsync(IReadOnlyList<string> statements, CancellationToken cancel)
    {
        await _references.LoosenAsync(statements, cancel).ConfigureAwait(false);
        _renamesOldWay = statements.Any(s => s.StartsWith("PRAGMA legacy_alter_table", StringComparison.OrdinalIgnoreCase));
        try
        {
            Transaction = await _runner.RunAsync(() => _connection.BeginTransaction(IsolationLevel.Serializable, deferred: false), limited: false, cancel).ConfigureAwait(false);
            await _references.CountAsync(cancel).ConfigureAwait(false);
        }
        catch
        {
            await RollbackAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<Items<string>> BrokenReferencesAsync(CancellationToken cancel) => _references.BrokenAsync(cancel);

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancel)
    {
        await _runner.RunAsync(Commit, limited: false, cancel).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RollbackAsync()
    {
        try
        {
            Transaction?.Rollback();
        }
        catch (SqliteException)
        {
            // An interrupted statement has undone the transaction already, or a statement has ended it.
        }

        await EndAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public bool CanShareTransaction(string sql) => AutoCommits && SqlHead.Word(sql) is
        "ALTER" or "ANALYZE" or "CREATE" or "DELETE" or "DROP" or "INSERT" or "REINDEX" or "REPLACE" or "SELECT" or "UPDATE" or "VALUES" or "WITH";

    /// <inheritdoc/>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancel)
    {
        if (Transaction is not null && SqlHead.Word(sql) is "BEGIN" or "COMMIT" or "END" or "ROLLBACK")
        {
            throw new DatabaseException(Refused.Statement, "the statement would begin or end a transaction, and its migration runs in one");
        }

        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        var rows = await _references.WithActionsAsync(sql, () => _runner.RunAsync(() => ReadThrough(command), limited: true, cancel), cancel).ConfigureAwait(false);
        if (Transaction is not null && AutoCommits)
        {
            throw new DatabaseException(Refused.TransactionEnded, "the statement ended the transaction of its migration");
        }

        return rows;
    }

    /// <inheritdoc/>
    public async Task<int> ExecuteQuietlyAsync(string sql, CancellationToken cancel)
    {
        // https://sqlite.org/c3ref/c_dbconfig_defensive.html: what references do is no trigger.
        const int EnableTrigger = 1003;
        raw.sqlite3_db_config(_connection.Handle, EnableTrigger, 0, out _);
        try
        {
            return await ExecuteAsync(sql, cancel).ConfigureAwait(false);
        }
        finally
        {
            raw.sqlite3_db_config(_connection.Handle, EnableTrigger, 1, out _);
        }
    }

    /// <inheritdoc/>
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancel)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return await _runner.RunAsync(command.ExecuteScalar, limited: true, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public DbCommand Command(string sql, params object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture) });
            }

            _commands.Add(sql, command);
        }

        command.Transaction = (SqliteTransaction?)Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <inheritdoc/>
    public Task<T> RunAsync<T>(Func<DbCommand, T> work, DbCommand command, CancellationToken cancel) => _runner.RunAsync(() => work(command), limited: false, cancel);

    /// <inheritdoc/>
    public async Task RenameTableAsync(string table, string newName, CancellationToken cancel)
    {
        // Otherwise SQLite refuses to rename any table while there is a view, somebody's, that names a table which is gone.
        var was = await ScalarAsync("PRAGMA legacy_alter_table", cancel).ConfigureAwait(false) is 1L ? "ON" : "OFF";
        await RunAsync("PRAGMA legacy_alter_table = ON", cancel).ConfigureAwait(false);
        try
        {
            await ExecuteAsync($"ALTER TABLE {Quoted(table)} RENAME TO {Quoted(newName)}", cancel).ConfigureAwait(false);
        }
        finally
        {
            await RunAsync("PRAGMA legacy_alter_table = " + was, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<TableColumn>> ColumnsAsync(string table, CancellationToken cancel) =>
        RunAsync(TableColumn.Read, Command("SELECT name, dflt_value, pk FROM pragma_table_info(@p0) ORDER BY cid", table), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, List<string>>> HistoryColumnsAsync(CancellationToken cancel) => RunAsync(SqliteHistory.Columns, Command(SqliteHistory.ColumnsQuery, Versions.Name), cancel);

    /// <inheritdoc/>
    public Task<bool> HoldsAsync(Assumption assumption, CancellationToken cancel) => SqliteExistence.HoldsAsync(this, assumption, cancel);

    /// <inheritdoc/>
    public Task<Items<string>> DifferencesAsync(string check, CancellationToken cancel) => SqliteCheck.DifferencesAsync(this, check, cancel);

    /// <inheritdoc/>
    public async Task<ISession?> CopySchemaAsync(CancellationToken cancel)
    {
        if (_settings.Scratch)
        {
            return null;
        }

        var copy = await OpenAsync(new() { DataSource = ":memory:", Pooling = false }, Access.Make, _settings with { Scratch = true }, cancel).ConfigureAwait(false);
        await SqliteCopy.FillAsync(this, copy, cancel).ConfigureAwait(false);
        return copy;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> SchemaChanges(string sql) => SqliteCopy.Changes(sql);

    /// <inheritdoc/>
    public Task<Schema> SchemaAsync(CancellationToken cancel) => SqliteCatalog.ReadAsync(this, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        await RollbackAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Executes a statement of our own.</summary>
    public Task RunAsync(string sql, CancellationToken cancel) => RunAsync(c => c.ExecuteNonQuery(), Command(sql), cancel);

    // Verification keeps its file's write-ahead log open, to read the pages that changed; nothing else needs a journal that outlives the process.
    private async Task LightenAsync(CancellationToken cancel)
    {
        await RunAsync("PRAGMA synchronous = OFF", cancel).ConfigureAwait(false);
        if (await ScalarAsync("PRAGMA journal_mode", cancel).ConfigureAwait(false) is not "wal")
        {
            await RunAsync("PRAGMA journal_mode = MEMORY", cancel).ConfigureAwait(false);
        }
    }

    // The provider's ExecuteNonQuery runs what follows a statement with a result while it disposes, and hides its errors.
    private static int ReadThrough(SqliteCommand command)
    {
        using var results = command.ExecuteReader();
        do
        {
            while (results.Read())
            {
            }
        }
        while (results.NextResult());

        return results.RecordsAffected;
    }

    private static string Quoted(string name) => QuotedName.Of(name, Dialect.Of(DatabaseKind.Sqlite));

    private int Commit()
    {
        Transaction!.Commit();
        return 0;
    }

    private async Task EndAsync()
    {
        Transaction?.Dispose();
        Transaction = null;
        if (_renamesOldWay)
        {
            // A failure between the two switches of a rebuild undoes everything but the first of them.
            _renamesOldWay = false;
            await RunAsync("PRAGMA legacy_alter_table = OFF", CancellationToken.None).ConfigureAwait(false);
        }

        await _references.TightenAsync().ConfigureAwait(false);
    }
}
